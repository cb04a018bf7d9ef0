using System.Collections;
using System.Reflection;
using System.Text.Json;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>The description was written by hand: it must be that of the resources that exist.</summary>
public class OpenApiTests : RestTests
{
    private static readonly Assembly Testing = typeof(GenAuthEmulator).Assembly;

    [Fact]
    public async Task It_lists_the_resources_that_exist_with_their_query_parameters()
    {
        JsonElement paths = (await GetAsync("/openapi.json")).Json.GetProperty("paths");

        IEnumerable<string> described =
            from path in paths.EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let query = operation.Value.TryGetProperty("parameters", out JsonElement parameters)
                ? parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
                : []
            select $"{operation.Name.ToUpperInvariant()} {path.Name}?{string.Join('&', query)}";

        Assert.Equal(GetRoutes().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Status", "StatusJson")]
    [InlineData("Problem", "ProblemJson")]
    [InlineData("Message", "MessageJson")]
    [InlineData("User", "UserJson")]
    [InlineData("NewUser", "NewUserJson")]
    [InlineData("Settings", "SettingsJson")]
    [InlineData("Fault", "Faults.FaultJson")]
    [InlineData("RandomFaults", "Faults.RandomFaultsJson")]
    [InlineData("ArmedFaults", "Faults.ArmedFaultsJson")]
    [InlineData("Clock", "Events.ClockJson")]
    [InlineData("Snapshot", "Events.SnapshotJson")]
    [InlineData("InboxMessage", "Events.InboxMessageJson")]
    [InlineData("CodeState", "Events.CodeStateJson")]
    [InlineData("FailedRequest", "Events.FailedRequestJson")]
    [InlineData("FaultList", "Events.FaultListJson")]
    public async Task Its_schemas_have_the_members_that_are_read_and_written(string schema, string type)
    {
        JsonElement properties = (await GetAsync("/openapi.json")).Json.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");

        IEnumerable<string> members =
            GetType(type).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(members.Order(StringComparer.Ordinal), properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Fault", "kind", "GenAuth.Sdk.Testing.Internal.Pages.Faults.FaultKind")]
    [InlineData("Message", "state", "GenAuth.Sdk.Testing.Internal.Service.CodeState")]
    public async Task Its_enumerations_have_the_values_that_there_are(string schema, string member, string type)
    {
        JsonElement values = (await GetAsync("/openapi.json")).Json.GetProperty("components").GetProperty("schemas")
            .GetProperty(schema).GetProperty("properties").GetProperty(member).GetProperty("enum");

        Assert.Equal(
            Enum.GetNames(Testing.GetType(type, throwOnError: true)!).Select(JsonNamingPolicy.CamelCase.ConvertName),
            values.EnumerateArray().Select(value => value.GetString()));
    }

    private static Type GetType(string name) => Testing.GetType("GenAuth.Sdk.Testing.Internal.Pages." + name, throwOnError: true)!;

    private IEnumerable<string> GetRoutes()
    {
        object state = typeof(GenAuthEmulator).GetField("_state", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Emulator)!;
        object api = Activator.CreateInstance(GetType("RestApi"), state, Emulator.Faults, null)!;
        foreach (object route in (IEnumerable)GetType("RestApi").GetProperty("Routes")!.GetValue(api)!)
        {
            object? Read(string property) => GetType("RestRoute").GetProperty(property)!.GetValue(route);
            yield return $"{Read("Method")} /_genauth{Read("Path")}?{string.Join('&', (IEnumerable<string>)Read("Query")!)}";
        }
    }
}
