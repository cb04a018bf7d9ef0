using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.Tests.DependencyInjection;

/// <summary>What editors complete in appsettings.json is what the options bind: no more, no less.</summary>
public class ConfigurationSchemaTests
{
    [Fact]
    public void The_schema_lists_every_option_with_its_type_and_default()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ConfigurationSchema.json")));

        AssertDescribes(schema.RootElement.GetProperty("properties").GetProperty("GenAuth"), new GenAuthClientOptions());
    }

    [Fact]
    public void The_schema_suggests_the_methods_but_no_secret()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ConfigurationSchema.json")));
        JsonElement options = schema.RootElement.GetProperty("properties").GetProperty("GenAuth").GetProperty("properties");

        Assert.Equal(
            [nameof(TokenEndpointAuthMethod.None), nameof(TokenEndpointAuthMethod.ClientSecretPost), nameof(TokenEndpointAuthMethod.ClientSecretBasic)],
            options.GetProperty("TokenEndpointAuthMethod").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["type", "description", "minLength", "maxLength"], options.GetProperty("AppSecret").EnumerateObject().Select(property => property.Name));
    }

    private static void AssertDescribes(JsonElement section, object options)
    {
        JsonElement properties = section.GetProperty("properties");
        Dictionary<string, PropertyInfo> bound =
            options.GetType().GetProperties().Where(property => property.PropertyType != typeof(TimeProvider)).ToDictionary(property => property.Name);

        Assert.Equal(
            bound.Keys.OrderBy(name => name, StringComparer.Ordinal),
            properties.EnumerateObject().Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal));
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            object? value = bound[property.Name].GetValue(options);
            Assert.NotEmpty(property.Value.GetProperty("description").GetString()!);
            Assert.Equal(SchemaType(bound[property.Name].PropertyType), property.Value.GetProperty("type").GetString());
            if (value is GenAuthRetryOptions)
                AssertDescribes(property.Value, value);
            else
                AssertDefault(property.Value, value);
        }
    }

    private static void AssertDefault(JsonElement property, object? value)
    {
        if (value is null)
            Assert.False(property.TryGetProperty("default", out _));
        else
            Assert.Equal(value.ToString(), property.GetProperty("default").ToString());

        if (value is string or TimeSpan && property.TryGetProperty("pattern", out JsonElement pattern))
            Assert.Matches(new Regex(pattern.GetString()!), value.ToString());
    }

    private static string SchemaType(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(GenAuthRetryOptions) => "object",
        _ => "string",
    };
}
