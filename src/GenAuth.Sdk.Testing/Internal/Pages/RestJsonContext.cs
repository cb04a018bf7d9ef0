using System.Text.Json.Serialization;

using GenAuth.Sdk.Testing.Internal.Pages.Events;
using GenAuth.Sdk.Testing.Internal.Pages.Faults;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The JSON of the REST API, without reflection. Members it does not know are refused, and so are members that come twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(NameConverter<CodeState>), typeof(NameConverter<FaultKind>)])]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(SettingsJson))]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(IEnumerable<MessageJson>))]
[JsonSerializable(typeof(UserJson))]
[JsonSerializable(typeof(IEnumerable<UserJson>))]
[JsonSerializable(typeof(NewUserJson))]
[JsonSerializable(typeof(NewUserJson[]))]
[JsonSerializable(typeof(ArmedFaultsJson))]
[JsonSerializable(typeof(ClockJson))]
[JsonSerializable(typeof(SnapshotJson))]
[JsonSerializable(typeof(InboxMessageJson))]
[JsonSerializable(typeof(CodeStateJson))]
[JsonSerializable(typeof(FailedRequestJson))]
[JsonSerializable(typeof(FaultListJson))]
internal sealed partial class RestJsonContext : JsonSerializerContext;
