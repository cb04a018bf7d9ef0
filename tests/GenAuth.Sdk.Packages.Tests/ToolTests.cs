using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GenAuth.Sdk.Packages.Tests;

/// <summary>The emulator as a command, installed from its package.</summary>
public sealed class ToolTests : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_installed_tool_serves_any_program_until_it_ends_with_0()
    {
        await RunAsync("dotnet", "tool", "install", "GenAuth.Emulator", "--version", Package.Version, "--add-source", Package.Built("Packages"), "--tool-path", _folder.FullName);

        List<TimeSpan> starts = [];
        for (int i = 0; i < 5; i++)
        {
            long began = Stopwatch.GetTimestamp();
            using Process tool = Start(Path.Combine(_folder.FullName, "genauth-emulator"), "--port", "0");
            Uri address = await ReadAddressAsync(tool);
            Assert.Equal("""{"status":"ok"}""", await _client.GetStringAsync(new Uri(address, "/_genauth/readyz"), Token));
            starts.Add(Stopwatch.GetElapsedTime(began));

            await AssertServesAsync(address);
            Assert.Equal(0, await EndAsync(tool));
        }

        starts.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"Ready in {starts[2].TotalMilliseconds:0} ms (median of five), {starts[^1].TotalMilliseconds:0} ms at most.");
        Assert.True(starts[2] < LongestStart, $"Ready in {starts[2]} (median of five).");
    }

    [Fact]
    public async Task It_runs_without_being_installed()
    {
        using Process tool =
            Start("dotnet", "dnx", "GenAuth.Emulator", "--version", Package.Version, "--add-source", Package.Built("Packages"), "--yes", "--", "--port", "0");

        await AssertServesAsync(await ReadAddressAsync(tool));

        tool.Kill(entireProcessTree: true);
    }

    [Fact]
    public void Its_package_brings_all_it_needs_and_its_page()
    {
        using Package package = Package.Open("GenAuth.Emulator");

        Assert.Empty(package.Dependencies);
        Assert.All(
            (string[])["README.md", "icon.png", "tools/net10.0/any/genauth-emulator.dll", "tools/net10.0/any/GenAuth.Sdk.dll", "tools/net10.0/any/GenAuth.Sdk.Testing.dll", "tools/net10.0/any/System.CommandLine.dll"],
            file => Assert.Contains(file, package.Files));
        Assert.Equal(("MIT", "README.md", "icon.png"), (package.Said("license"), package.Said("readme"), package.Said("icon")));
    }

    // What curl does: no client of ours.
    private async Task AssertServesAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/v3/send-sms"))
        {
            Headers = { { "x-genauth-app-id", "genauth-emulator" } },
            Content = new StringContent("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"}""", MediaTypeHeaderValue.Parse("application/json")),
        };
        using HttpResponseMessage response = await _client.SendAsync(request, Token);
        Assert.Contains("\"statusCode\":200", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        string sms = await _client.GetStringAsync(new Uri(address, "/_genauth/api/v1/messages/wait?phoneNumber=5550100"), Token);
        Assert.Equal(6, JsonSerializer.Deserialize<JsonElement>(sms).GetProperty("code").GetString()!.Length);
    }

    private static Process Start(string file, params string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Close();
        return process;
    }

    private static async Task<Uri> ReadAddressAsync(Process tool)
    {
        const string Label = "  Service  ";
        while (await tool.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith(Label, StringComparison.Ordinal))
                return new Uri(line[Label.Length..]);
        }

        throw new InvalidOperationException("It ended before it said its address.");
    }

    private static async Task<int> EndAsync(Process tool)
    {
        await RunAsync("kill", "-TERM", tool.Id.ToString(CultureInfo.InvariantCulture));
        await tool.WaitForExitAsync(Token);
        return tool.ExitCode;
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Token);
        string output = await process.StandardOutput.ReadToEndAsync(Token) + await errors;
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, output);
    }
}
