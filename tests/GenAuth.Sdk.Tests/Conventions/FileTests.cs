namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>What every file of an operation promises. Reads the sources beside the tests.</summary>
public class FileTests
{
    private const int MostLines = 120;

    private static readonly string[] Exceptions =
        ["ArgumentException", "GenAuthConnectionException", "GenAuthTimeoutException", "GenAuthResponseException", "OperationCanceledException"];

    [Fact]
    public void Every_operation_has_a_client_file_of_at_most_120_lines()
    {
        string[] files = [.. Directory.GetFiles(Sources.Find(), "AuthenticationClient.*.cs", SearchOption.AllDirectories)];

        Assert.Equal(
            OperationList.Operations.Select(operation => $"AuthenticationClient.{operation.Name}.cs").OrderBy(name => name, StringComparer.Ordinal),
            files.Select(file => Path.GetFileName(file)).OrderBy(name => name, StringComparer.Ordinal));
        Assert.All(files, file => Assert.InRange(File.ReadAllLines(file).Length, 1, MostLines));
    }

    [Fact]
    public void Every_operation_is_documented_with_its_path_and_what_an_unknown_outcome_means() =>
        Assert.All(OperationList.Operations, operation =>
        {
            string file = File.ReadAllText(Directory.GetFiles(Sources.Find(), $"AuthenticationClient.{operation.Name}.cs", SearchOption.AllDirectories).Single());
            Assert.Contains($"(<c>POST {operation.Path}</c>)", file, StringComparison.Ordinal);
            foreach (string exception in Exceptions)
                Assert.Contains($"<exception cref=\"{exception}\">", file, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_operation_is_listed_where_operators_look()
    {
        string page = File.ReadAllText(Path.Combine(Sources.Find(), "TELEMETRY.md"));

        Assert.All(OperationList.Operations, operation => Assert.Contains($"`{operation.SpanName}`", page, StringComparison.Ordinal));
    }
}
