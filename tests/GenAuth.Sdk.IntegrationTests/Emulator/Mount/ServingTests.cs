using System.Net;
using System.Text.Json;

using GenAuth.Sdk.IntegrationTests.Emulator.Rest;
using GenAuth.Sdk.IntegrationTests.Emulator.SignIn;
using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Builder;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Mount;

/// <summary>What is found below the path.</summary>
public class ServingTests : MountTests
{
    [Theory]
    [InlineData(Path, "/dev/genauth/_genauth/")]
    [InlineData(Path + "/", "/dev/genauth/_genauth/")]
    [InlineData(Path + "/_genauth", "_genauth/")]
    public async Task The_path_leads_to_the_inbox(string path, string location)
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        using HttpResponseMessage response = await GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, location), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Page_and_REST_API_are_below_the_path()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Path + "/_genauth/"));
        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Path + "/_genauth/inbox.js"));
        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Path + "/_genauth/readyz"));
        Assert.Equal(HttpStatusCode.NotFound, await GetStatusAsync("/_genauth/"));
    }

    [Fact]
    public async Task The_hosts_own_routes_stay()
    {
        await StartAsync(application =>
        {
            application.MapGenAuthEmulator(Path);
            application.MapGet("/", () => "of the host");
        });

        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync("/"));
    }

    [Theory]
    [InlineData("/api/v3/send-sms")]
    [InlineData("//api/v3/send-sms")]
    public async Task A_client_in_any_language_sends_there(string path)
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        JsonElement answer = await PostAsync(Path + path, Wire.Body());

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(Wire.Phone, Assert.Single(Emulator.Inbox.Messages).PhoneNumber);
    }

    [Fact]
    public async Task The_issuer_is_the_address_that_it_is_called_at()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        await PostAsync(Path + "/api/v3/send-sms", Wire.Body());
        JsonElement signedIn = await PostAsync(
            Path + "/api/v3/signin",
            $$$"""{"connection":"PASSCODE","passCodePayload":{"phone":"{{{Wire.Phone}}}","passCode":"{{{Emulator.Inbox.Messages[^1].Code}}}"},"options":{"autoRegister":true}}""");
        using HttpResponseMessage discovery = await GetAsync(Path + "/oidc/.well-known/openid-configuration");
        JsonElement configuration = JsonSerializer.Deserialize<JsonElement>(await discovery.Content.ReadAsStringAsync(Token));

        string issuer = $"{Origin}{Path}/oidc";
        Assert.Equal((issuer, issuer + "/.well-known/jwks.json"), (configuration.GetProperty("issuer").GetString(), configuration.GetProperty("jwks_uri").GetString()));
        Assert.Equal(issuer, Jwt.Read(signedIn.GetProperty("data").GetProperty("access_token").GetString()!).Text("iss"));
    }

    [Fact]
    public async Task A_path_base_and_a_group_of_the_host_come_before_it()
    {
        await StartAsync(application =>
        {
            application.UsePathBase("/app");
            application.UseRouting();
            application.MapGroup("/tools").MapGenAuthEmulator("/genauth");
        });

        using HttpResponseMessage discovery = await GetAsync("/app/tools/genauth/oidc/.well-known/openid-configuration");
        using HttpResponseMessage page = await GetAsync("/app/tools/genauth");

        Assert.Contains($"\"issuer\":\"{Origin}/app/tools/genauth/oidc\"", await discovery.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal("/app/tools/genauth/_genauth/", page.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_fault_that_ends_the_connection_ends_it_here_too()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));
        Emulator.Faults.Next(Fault.Close());

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Path + "/api/v3/send-sms", Wire.Body()));
    }

    [Fact]
    public async Task Streams_waits_and_silence_do_not_hold_up_the_end_of_the_host()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));
        using EventReader events = await EventReader.OpenAsync(Origin + Path);
        Task<HttpResponseMessage> wait = GetAsync(Path + "/_genauth/api/v1/messages/wait?phoneNumber=5550101&timeout=60");
        Emulator.Faults.Next(Fault.Silence().AfterAccepting());
        Task<JsonElement> silent = PostAsync(Path + "/api/v3/send-sms", Wire.Body());
        await events.ReadAsync("failure");

        // Shorter than the half minute that a host waits for its requests.
        await Application.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(25), Token);

        await Assert.ThrowsAnyAsync<IOException>(() => events.ReadAsync("nothing"));
        await Assert.ThrowsAsync<HttpRequestException>(() => wait);
        await Assert.ThrowsAsync<HttpRequestException>(() => silent);
    }
}
