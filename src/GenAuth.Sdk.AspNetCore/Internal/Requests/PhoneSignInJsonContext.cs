using System.Text.Json.Serialization;

using GenAuth.Sdk.AspNetCore.Internal.Endpoints;

namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>All JSON that goes in and out. Bodies are flat, and a member that is not documented is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 2)]
[JsonSerializable(typeof(SendCodeRequest))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(AcceptedResponse))]
[JsonSerializable(typeof(ProblemResponse))]
internal sealed partial class PhoneSignInJsonContext : JsonSerializerContext;
