using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>Enumerations by their names in camelCase; a number is no name.</summary>
internal sealed class NameConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
