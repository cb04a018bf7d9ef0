using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>CONFIGURATION.md lists every option with its default: no more, no less.</summary>
public class ConfigurationPageTests
{
    private static readonly Regex ClientRow = new(@"^\| `(?<name>[\w:]+)` \| (?<value>[^|]+) \| [^|]+ \| (`(?<variable>\w+)`|–) \|$", RegexOptions.Multiline);
    private static readonly Regex CallRow = new(@"^\| `(?<name>\w+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline);
    private static readonly Regex Code = new("^`(?<value>[^`]+)`$");

    private readonly string[] _sections = File.ReadAllText(Path.Combine(Sources.Find(), "CONFIGURATION.md")).Split(["\n## "], StringSplitOptions.None);

    private static (string Name, object? Default)[] Options =>
        [.. List(new GenAuthClientOptions(), string.Empty), .. List(new GenAuthRetryOptions(), "Retry:")];

    [Fact]
    public void Every_option_of_a_client_is_listed() =>
        Assert.Equal(
            Options.Select(option => option.Name).OrderBy(name => name, StringComparer.Ordinal),
            ClientRows.Select(row => row.Groups["name"].Value).OrderBy(name => name, StringComparer.Ordinal));

    [Fact]
    public void Every_option_of_a_call_is_listed() =>
        Assert.Equal(
            List(new GenAuthRequestOptions(), string.Empty).Select(option => option.Name),
            CallRow.Matches(Section("Options of one call")).Cast<Match>().Select(row => row.Groups["name"].Value));

    [Fact]
    public void Every_environment_variable_is_the_key_of_its_option() =>
        Assert.All(
            ClientRows.Where(row => row.Groups["name"].Value != nameof(GenAuthClientOptions.TimeProvider)),
            row => Assert.Equal("GenAuth__" + row.Groups["name"].Value.Replace(":", "__"), row.Groups["variable"].Value));

    [Fact]
    public void Every_default_is_the_one_that_options_begin_with() =>
        Assert.All(Options, option =>
        {
            Match listed = Code.Match(ClientRows.Single(row => row.Groups["name"].Value == option.Name).Groups["value"].Value);
            if (option.Default is null or TimeProvider)
                Assert.False(listed.Success);
            else
                Assert.Equal(option.Default, TypeDescriptor.GetConverter(option.Default).ConvertFrom(null, CultureInfo.InvariantCulture, listed.Groups["value"].Value));
        });

    private Match[] ClientRows => [.. ClientRow.Matches(Section("Options of a client")).Cast<Match>()];

    private string Section(string heading) => _sections.Single(section => section.StartsWith(heading, StringComparison.Ordinal));

    private static IEnumerable<(string Name, object? Default)> List(object options, string prefix) => options.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.PropertyType != typeof(GenAuthRetryOptions))
        .Select(property => (prefix + property.Name, (object?)property.GetValue(options)));
}
