namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>The folder of the client's sources and pages.</summary>
internal static class Sources
{
    // The compiler knows the paths of the sources, but a deterministic build maps them to somewhere else.
    public static string Find()
    {
        string directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "GenAuth.Sdk.sln")))
            directory = Path.GetDirectoryName(directory)!;
        return Path.Combine(directory, "src", "GenAuth.Sdk");
    }
}
