using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.Packages.Tests;

/// <summary>What a stranger downloads: these files, these dependencies, and nothing else.</summary>
public partial class ContentTests
{
    [Fact]
    public void The_client_package_holds_what_a_user_gets()
    {
        using Package package = Package.Open("GenAuth.Sdk");

        Assert.Equal(
            [
                "ANALYZERS.md", "CHANGELOG.md", "CONFIGURATION.md", "ConfigurationSchema.json", "OUTCOMES.md", "README.md", "TELEMETRY.md",
                "analyzers/dotnet/cs/GenAuth.Sdk.Analyzers.dll", "analyzers/dotnet/cs/GenAuth.Sdk.CodeFixes.dll",
                "buildTransitive/GenAuth.Sdk.targets", "icon.png",
                "lib/net10.0/GenAuth.Sdk.dll", "lib/net10.0/GenAuth.Sdk.xml",
                "lib/net8.0/GenAuth.Sdk.dll", "lib/net8.0/GenAuth.Sdk.xml",
                "lib/netstandard2.0/GenAuth.Sdk.dll", "lib/netstandard2.0/GenAuth.Sdk.xml",
            ],
            package.Files);
    }

    [Fact]
    public void The_client_package_depends_on_these_minimum_versions_only()
    {
        using Package package = Package.Open("GenAuth.Sdk");

        Assert.Equal(
            [
                "net10.0: Microsoft.Extensions.Http 10.0.0",
                "net10.0: Microsoft.Extensions.Options.ConfigurationExtensions 10.0.0",
                "net10.0: Polly.Core 8.4.2",
                "net8.0: Microsoft.Extensions.Http 8.0.0",
                "net8.0: Microsoft.Extensions.Options.ConfigurationExtensions 8.0.0",
                "net8.0: Polly.Core 8.4.2",
                ".NETStandard2.0: Microsoft.Bcl.TimeProvider 8.0.1",
                ".NETStandard2.0: Microsoft.Extensions.Http 8.0.0",
                ".NETStandard2.0: Microsoft.Extensions.Options.ConfigurationExtensions 8.0.0",
                ".NETStandard2.0: Polly.Core 8.4.2",
                ".NETStandard2.0: System.ComponentModel.Annotations 5.0.0",
                ".NETStandard2.0: System.Diagnostics.DiagnosticSource 8.0.1",
                ".NETStandard2.0: System.Text.Json 8.0.5",
            ],
            package.Dependencies);
    }

    [Fact]
    public void The_emulator_package_has_these_files_and_dependencies()
    {
        using Package package = Package.Open("GenAuth.Sdk.Testing");

        Assert.Equal(
            [
                "README.md", "icon.png",
                "lib/net10.0/GenAuth.Sdk.Testing.dll", "lib/net10.0/GenAuth.Sdk.Testing.xml",
                "lib/net8.0/GenAuth.Sdk.Testing.dll", "lib/net8.0/GenAuth.Sdk.Testing.xml",
            ],
            package.Files);
        Assert.Equal(
            [
                $"net10.0: GenAuth.Sdk {Package.Version}", "net10.0: Microsoft.IdentityModel.JsonWebTokens 8.23.0",
                $"net8.0: GenAuth.Sdk {Package.Version}", "net8.0: Microsoft.IdentityModel.JsonWebTokens 8.23.0",
            ],
            package.Dependencies);
    }

    [Fact]
    public void The_package_for_ASP_NET_Core_has_these_files_and_dependencies()
    {
        using Package package = Package.Open("GenAuth.Sdk.AspNetCore");

        Assert.Equal(
            [
                "README.md", "icon.png",
                "lib/net10.0/GenAuth.Sdk.AspNetCore.dll", "lib/net10.0/GenAuth.Sdk.AspNetCore.xml",
                "lib/net8.0/GenAuth.Sdk.AspNetCore.dll", "lib/net8.0/GenAuth.Sdk.AspNetCore.xml",
            ],
            package.Files);
        Assert.Equal(
            [
                $"net10.0: GenAuth.Sdk {Package.Version}", "net10.0: Microsoft.IdentityModel.JsonWebTokens 8.23.0",
                $"net8.0: GenAuth.Sdk {Package.Version}", "net8.0: Microsoft.IdentityModel.JsonWebTokens 8.23.0",
            ],
            package.Dependencies);
    }

    [Theory]
    [InlineData("GenAuth.Sdk")]
    [InlineData("GenAuth.Sdk.AspNetCore")]
    [InlineData("GenAuth.Sdk.Testing")]
    public void A_package_says_what_it_is_and_under_which_licence(string id)
    {
        using Package package = Package.Open(id);

        Assert.Equal(("MIT", "README.md", "icon.png"), (package.Said("license"), package.Said("readme"), package.Said("icon")));
        Assert.NotEmpty(package.Said("description")!);
        Assert.NotEmpty(package.Said("tags")!);
        Assert.Contains("## [Unreleased]", package.Said("releaseNotes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GenAuth.Sdk")]
    [InlineData("GenAuth.Sdk.AspNetCore")]
    [InlineData("GenAuth.Sdk.Testing")]
    public void Every_link_on_a_page_leads_to_another_page_of_the_package_or_to_a_site(string id)
    {
        using Package package = Package.Open(id);
        string[] pages = [.. package.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

        Assert.Contains("README.md", pages);
        Assert.All(pages, page => Assert.All(
            Link().Matches(Encoding.UTF8.GetString(package.Read(page))).Select(match => match.Groups["target"].Value),
            target => Assert.True(target.StartsWith("https://", StringComparison.Ordinal) || package.Files.Contains(target.Split('#')[0]), $"{page}: {target}")));
    }

    [Fact]
    public void The_page_of_the_client_leads_to_every_other_page_of_its_package()
    {
        using Package package = Package.Open("GenAuth.Sdk");
        string page = Encoding.UTF8.GetString(package.Read("README.md"));

        Assert.All(
            package.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && file != "README.md"),
            file => Assert.Contains($"({file})", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GenAuth.Sdk")]
    [InlineData("GenAuth.Sdk.AspNetCore")]
    [InlineData("GenAuth.Sdk.Testing")]
    public void Every_assembly_is_strong_named_without_a_path_of_the_build_machine(string id)
    {
        using Package package = Package.Open(id);
        string[] assemblies = [.. package.Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal))];

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, file =>
        {
            byte[] bytes = package.Read(file);
            using var reader = new PEReader(new MemoryStream(bytes));
            MetadataReader metadata = reader.GetMetadataReader();
            Assert.False(metadata.GetAssemblyDefinition().PublicKey.IsNil);
            Assert.DoesNotContain(AppContext.BaseDirectory.Split("/tests/")[0], Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("GenAuth.Sdk")]
    [InlineData("GenAuth.Sdk.AspNetCore")]
    [InlineData("GenAuth.Sdk.Testing")]
    public void Every_library_has_its_symbols(string id)
    {
        using Package package = Package.Open(id);
        using Package symbols = Package.Open(id, "snupkg");

        Assert.Equal(
            package.Files
                .Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal))
                .Select(file => Path.ChangeExtension(file, "pdb")),
            symbols.Files);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
