using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace GenAuth.Sdk.Packages.Tests;

/// <summary>A packed package: what lies in it, and what it says of itself.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    private Package(string path)
    {
        _archive = ZipFile.OpenRead(path);
        using Stream nuspec = _archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single();
    }

    public static string Version => Built("Version");

    /// <summary>The files, without those that the package format itself needs.</summary>
    public IEnumerable<string> Files => _archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => !name.EndsWith(".nuspec", StringComparison.Ordinal)
                && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    public XElement Metadata { get; }

    /// <summary>Each dependency as "framework: id version".</summary>
    public IEnumerable<string> Dependencies =>
        from dependency in Metadata.Descendants(Metadata.Name.Namespace + "dependency")
        select $"{dependency.Parent!.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}";

    public static Package Open(string id, string extension = "nupkg") => new(Path.Combine(Built("Packages"), $"{id}.{Version}.{extension}"));

    public static string Built(string name) =>
        typeof(Package).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;

    public string? Said(string element) => Metadata.Element(Metadata.Name.Namespace + element)?.Value;

    public byte[] Read(string file)
    {
        using Stream stream = _archive.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
