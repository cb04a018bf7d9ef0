using System.Reflection;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>A page of the repository, as its source text.</summary>
internal sealed partial class Page
{
    private static readonly string Repository =
        typeof(Page).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    private readonly string _path;

    /// <param name="path">Where it lies, from the root of the repository.</param>
    public Page(string path)
    {
        _path = Path.Combine(Repository, path);
        Text = File.ReadAllText(_path);
    }

    public string Text { get; }

    /// <summary>What a reader reads: without code blocks.</summary>
    public IEnumerable<string> Prose => Fence().Replace(Text, string.Empty).Split('\n');

    public IEnumerable<string> InlineCode => Prose.SelectMany(line => InlineSpan().Matches(line)).Select(match => match.Groups["code"].Value);

    /// <summary>Where its links lead, but for those to other sites.</summary>
    public IEnumerable<string> RelativeLinks => Prose
        .SelectMany(line => Link().Matches(line))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal));

    private IEnumerable<string> Anchors => Prose
        .Where(line => line.StartsWith('#'))
        .Select(heading => NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    /// <summary>Every page of the repository.</summary>
    public static IEnumerable<string> FindAll() => Directory.EnumerateFiles(Repository, "*.md").Select(Shorten)
        .Concat(new[] { ".github", "samples", "src", "tests" }.SelectMany(Find));

    public IEnumerable<string> Blocks(string language) => FindBlocks(Text, language);

    /// <summary>The blocks between the heading of the second level that begins so and the next one.</summary>
    public IEnumerable<string> BlocksBelow(string heading, string language) =>
        FindBlocks(Text.Split("\n## ").Single(section => section.StartsWith(heading, StringComparison.Ordinal)), language);

    /// <summary>Whether there is a file, and in it a heading, where the link leads.</summary>
    public bool HasTarget(string link)
    {
        string[] parts = link.Split('#');
        string path = parts[0].Length == 0 ? _path : Path.Combine(Path.GetDirectoryName(_path)!, parts[0]);
        return parts.Length == 1 ? Path.Exists(path) : File.Exists(path) && new Page(path).Anchors.Contains(parts[1]);
    }

    private static IEnumerable<string> FindBlocks(string text, string language) =>
        Fence().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value);

    private static IEnumerable<string> Find(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository, folder), "*.md", SearchOption.AllDirectories)
        .Select(Shorten)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Shorten(string path) => Path.GetRelativePath(Repository, path);

    [GeneratedRegex("^```(?<language>\\w+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex InlineSpan();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
