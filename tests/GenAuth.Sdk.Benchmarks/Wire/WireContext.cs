using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Benchmarks.Wire;

/// <summary>Source-generated serialization for all who can use it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SmsRequest))]
[JsonSerializable(typeof(SmsAnswer))]
internal sealed partial class WireContext : JsonSerializerContext;
