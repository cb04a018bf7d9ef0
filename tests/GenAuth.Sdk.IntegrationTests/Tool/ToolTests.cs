using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Tool;

/// <summary>The emulator as a command.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_serves_until_a_signal_ends_it_with_0(string signal)
    {
        using ToolProcess tool = Start("--port", "0", "--app-id", "my-app");
        Uri address = await tool.ReadAddressAsync();

        var client = new AuthenticationClient(new GenAuthClientOptions { AppHost = address, AppId = "my-app" });
        Assert.True((await client.SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).IsSuccess);
        JsonElement sms = await _client.GetFromJsonAsync<JsonElement>(new Uri(address, "/_genauth/api/v1/messages/wait?phoneNumber=5550100"), Token);
        Assert.Equal(6, sms.GetProperty("code").GetString()!.Length);

        tool.Signal(signal);

        Assert.Equal((0, ""), (await tool.WaitForExitAsync(), tool.Errors));
        string host = address.AbsoluteUri.TrimEnd('/');
        Assert.All(
            [$"Service  {host}\n", $"Inbox    {host}/_genauth\n", "App id   my-app\n", $"GenAuth__AppHost={host}\n", "GenAuth__AppId=my-app\n"],
            line => Assert.Contains(line, tool.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flags_environment_and_file_count_in_this_order()
    {
        Write(
            "genauth-emulator.json",
            """{"port": 0, "appId": "of-the-file", "resendWindow": 1, "international": true, "testNumber": ["5550100=424242", "5550101=242424"]}""");
        using ToolProcess tool = Start(
            ["--resend-window", "3"],
            ("GENAUTH_EMULATOR_RESEND_WINDOW", "2"),
            ("GENAUTH_EMULATOR_APP_ID", "of-the-environment"),
            ("GENAUTH_EMULATOR_LANGUAGE", "en-US"));

        JsonElement settings = await _client.GetFromJsonAsync<JsonElement>(new Uri(await tool.ReadAddressAsync(), "/_genauth/api/v1/settings"), Token);

        Assert.Equal(
            (3, "of-the-environment", "en-US"),
            (settings.GetProperty("resendWindow").GetInt32(), settings.GetProperty("appId").GetString()!, settings.GetProperty("defaultLanguage").GetString()!));
        Assert.Equal(
            (true, 2, 1_000),
            (settings.GetProperty("internationalSms").GetBoolean(), settings.GetProperty("testNumbers").GetInt32(), settings.GetProperty("inboxCapacity").GetInt32()));
    }

    [Fact]
    public async Task Codes_that_do_not_change_and_an_open_network_are_warned_of()
    {
        using ToolProcess tool = Start("--port", "0", "--code", "123456", "--test-number", "5550100=424242", "--host", "0.0.0.0");
        Uri address = await tool.ReadAddressAsync();

        using HttpResponseMessage response = await _client.GetAsync(new Uri(address, "/_genauth/api/v1/messages"), Token);
        tool.Signal("TERM");

        Assert.Equal((HttpStatusCode.Unauthorized, 0), (response.StatusCode, await tool.WaitForExitAsync()));
        Assert.All((string[])["--code", "--test-number", "--host"], flag => Assert.Contains("Warning: " + flag, tool.Errors, StringComparison.Ordinal));
        Assert.Contains("Token    ", tool.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", tool.Output + tool.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_and_faults_of_a_seed_are_there_before_the_first_request()
    {
        Write("seed.json", """{"users": [{"phoneNumber": "5550100", "name": "Ada"}], "faults": {"always": {"kind": "answer", "statusCode": 601}}}""");
        using ToolProcess tool = Start("--port", "0", "--seed", "seed.json");
        Uri address = await tool.ReadAddressAsync();

        Assert.Contains("601", await _client.GetStringAsync(new Uri(address, "/_genauth/api/v1/faults"), Token), StringComparison.Ordinal);
        Assert.Contains("Ada", await _client.GetStringAsync(new Uri(address, "/_genauth/api/v1/users?phoneNumber=5550100"), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--port", "abc")]
    [InlineData("--port", "65536")]
    [InlineData("--code", "1")]
    [InlineData("--test-number", "5550100")]
    [InlineData("--test-number", "(?=5)5=424242")]
    [InlineData("--resend-window", "-1")]
    [InlineData("--cors", "*")]
    [InlineData("--host", "http://a")]
    [InlineData("--seed", "/nowhere/seed.json")]
    [InlineData("--settings", "/nowhere/settings.json")]
    public Task Flags_that_make_no_sense_end_it_with_the_usage_and_2(params string[] arguments) =>
        AssertRefusedAsync(arguments[0] == "--seed" ? "seed.json" : "", arguments);

    [Fact]
    public async Task Unknown_keys_are_refused_wherever_they_stand()
    {
        Write("unknown.json", """{"prot": 0}""");
        Write("seed.json", """{"sms": []}""");
        Write("user.json", """{"users": [{"phoneNumber": "5550100", "password": "s3cret"}]}""");
        Write("fault.json", """{"faults": {"next": [{"kind": "explode"}]}}""");

        await AssertRefusedAsync("\"prot\"", "--settings", "unknown.json");
        await AssertRefusedAsync("\"sms\"", "--port", "0", "--seed", "seed.json");
        await AssertRefusedAsync("$[0].password", "--port", "0", "--seed", "user.json");
        await AssertRefusedAsync("$.next[0].kind", "--port", "0", "--seed", "fault.json");
        using ToolProcess tool = Start([], ("GENAUTH_EMULATOR_PROT", "0"));
        Assert.Equal(2, await tool.WaitForExitAsync());
        Assert.Contains("GENAUTH_EMULATOR_PROT", tool.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await AssertRefusedAsync($"Port {port} is taken: ", "--port", $"{port}");
    }

    private async Task AssertRefusedAsync(string message, params string[] arguments)
    {
        using ToolProcess tool = Start(arguments);

        Assert.Equal((2, ""), (await tool.WaitForExitAsync(), tool.Output));
        Assert.Contains(message, tool.Errors, StringComparison.Ordinal);
        Assert.Contains("genauth-emulator [options]", tool.Errors, StringComparison.Ordinal);
        Assert.All((string[])["/nowhere", _folder.FullName, "   at "], text => Assert.DoesNotContain(text, tool.Errors, StringComparison.Ordinal));
    }

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_folder.FullName, name), json);

    private ToolProcess Start(params string[] arguments) => ToolProcess.Start(_folder.FullName, arguments);

    private ToolProcess Start(string[] arguments, params (string Name, string Value)[] environment) => ToolProcess.Start(_folder.FullName, arguments, environment);
}
