using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>Source-generated serialization of the wire types: no reflection, so trimming and AOT are safe.</summary>
/// <remarks>One list for all of them: the generator fails where the attributes are spread over partial declarations (dotnet/runtime#99669).</remarks>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendSMSDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PreCheckCodeDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SignInDto))]
[JsonSerializable(typeof(SignUpDto))]
internal sealed partial class GenAuthJsonContext : JsonSerializerContext;
