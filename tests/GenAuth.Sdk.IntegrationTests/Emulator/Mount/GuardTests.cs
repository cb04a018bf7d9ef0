using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Mount;

/// <summary>Who may see it.</summary>
public class GuardTests : MountTests
{
    private const string Page = Path + "/_genauth/";
    private const string SystemInfo = Path + "/api/v3/system";

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Original-For", "[::1]:5000")]
    [InlineData("X-Original-Host", "localhost")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("True-Client-IP", "127.0.0.1")]
    [InlineData("X-Client-IP", "127.0.0.1")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Host", "localhost.")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "192.0.2.7")]
    public async Task A_request_that_came_through_a_proxy_or_for_another_host_is_refused(string header, string value)
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page, (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page + "api/v1/messages", (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(SystemInfo, (header, value)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]")]
    public async Task This_machine_may_see_it_by_all_its_names(string host)
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Page, ("Host", host)));
    }

    [Fact]
    public async Task X_Real_IP_is_accepted_below_the_service_only()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(SystemInfo, ("X-Real-IP", "192.0.2.7")));
        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page, ("X-Real-IP", "192.0.2.7")));
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::7")]
    [InlineData(null)]
    public async Task A_connection_from_elsewhere_is_refused(string? address)
    {
        await StartAsync(application =>
        {
            application.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
                return next(context);
            });
            application.MapGenAuthEmulator(Path);
        });

        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page));
        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(SystemInfo));
    }

    [Fact]
    public async Task The_policy_of_a_host_that_authorizes_decides_alone()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path).RequireAuthorization(), AddAuthorization);
        (string, string)[] fromElsewhere = [("X-Forwarded-For", "192.0.2.7"), ("Host", "dev.example")];

        Assert.Equal(HttpStatusCode.Unauthorized, await GetStatusAsync(Page));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetStatusAsync(Page, fromElsewhere));
        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Page, [.. fromElsewhere, ("X-User", "Ada")]));
    }

    [Fact]
    public async Task A_host_that_lets_everybody_in_authorizes_nobody()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path).RequireAuthorization().AllowAnonymous(), AddAuthorization);

        Assert.Equal(HttpStatusCode.OK, await GetStatusAsync(Page));
        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page, ("Host", "dev.example")));
    }

    [Fact]
    public async Task A_host_without_the_authorization_that_it_wants_shows_nothing()
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path).RequireAuthorization());

        Assert.Equal(HttpStatusCode.InternalServerError, await GetStatusAsync(Page));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Pages_of_other_origins_are_refused(string header, string value)
    {
        await StartAsync(application => application.MapGenAuthEmulator(Path));

        Assert.Equal(HttpStatusCode.Forbidden, await GetStatusAsync(Page + "api/v1/messages", (header, value)));
    }

    private static void AddAuthorization(IServiceCollection services)
    {
        services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Header", configureOptions: null);
        services.AddAuthorization();
        services.AddLogging();
    }

    // A reverse proxy's way to say who somebody is.
    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"] is not [{ } name])
                return Task.FromResult(AuthenticateResult.NoResult());

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
