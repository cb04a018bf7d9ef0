using System.Net;
using System.Net.Http.Headers;

using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

/// <summary>An ordinary application that trusts the emulator as it would trust GenAuth.</summary>
public sealed class JwtBearerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task JwtBearer_tells_the_access_token_of_a_sign_in_from_a_tampered_one(bool sockets)
    {
        await using GenAuthEmulator emulator = sockets ? await GenAuthEmulator.StartAsync(cancellationToken: Token) : new GenAuthEmulator();
        await using WebApplication app = await StartApplicationAsync(emulator, sockets);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };
        EmulatedUser user = emulator.Users.Add("5550100");

        string token = await SignInAsync(emulator);

        Assert.Equal((HttpStatusCode.OK, user.UserId), await GetSubjectAsync(client, token));
        string[] parts = token.Split('.');
        string otherClaims = emulator.CreateAccessToken(emulator.Users.Add("5550101")).Split('.')[1];
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await GetSubjectAsync(client, $"{parts[0]}.{otherClaims}.{parts[2]}"));
    }

    private static async Task<WebApplication> StartApplicationAsync(GenAuthEmulator emulator, bool sockets)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = emulator.AppHost.ToString().TrimEnd('/') + "/oidc";
            options.Audience = emulator.AppId;
            options.RequireHttpsMetadata = false;
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ValidTypes = ["at+jwt"];
            options.BackchannelHttpHandler = sockets ? new SocketsHttpHandler { UseProxy = false } : emulator.CreateHandler();
        });

        WebApplication app = builder.Build();
        app.MapGet("/", (System.Security.Claims.ClaimsPrincipal user) => user.FindFirst("sub")!.Value).RequireAuthorization();
        await app.StartAsync(Token);
        return app;
    }

    private static async Task<string> SignInAsync(GenAuthEmulator emulator)
    {
        using Wire wire = emulator.AppHost.IsLoopback ? Wire.OverSockets(emulator) : Wire.InMemory(emulator);
        await wire.PostAsync(Wire.Body());
        string code = (await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token)).Code;
        return (await wire.SignInAsync(code)).GetData("access_token")!;
    }

    private static async Task<(HttpStatusCode Status, string Subject)> GetSubjectAsync(HttpClient client, string token)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using HttpResponseMessage response = await client.SendAsync(request, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}
