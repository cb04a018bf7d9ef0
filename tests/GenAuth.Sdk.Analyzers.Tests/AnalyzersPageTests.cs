using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>ANALYZERS.md shows what is warned of, a line each, and says <c>fine</c> behind a line that is not.</summary>
public class AnalyzersPageTests
{
    private static readonly Page Page = new("src/GenAuth.Sdk/ANALYZERS.md");

    [Theory]
    [InlineData(Descriptors.DroppedResponseId)]
    [InlineData(Descriptors.RefusedPhoneNumberId)]
    [InlineData(Descriptors.UndocumentedChannelId)]
    public async Task Every_line_is_warned_of_unless_it_is_called_fine(string id)
    {
        string[] blocks = [.. Page.BlocksBelow(id, "csharp")];

        Assert.NotEmpty(blocks);
        foreach (string block in blocks)
        {
            ILookup<int, string> warnings = await ConsumerSource.FindWarningsAsync(block, TestContext.Current.CancellationToken);
            Assert.All(block.TrimEnd().Split('\n'), (line, number) => AssertWarnings(line, id, warnings[number]));
        }
    }

    private static void AssertWarnings(string line, string expected, IEnumerable<string> actual)
    {
        if (line.Length == 0 || line.Contains("// fine", StringComparison.Ordinal))
            Assert.Empty(actual);
        else
            Assert.Contains(expected, actual);
    }
}
