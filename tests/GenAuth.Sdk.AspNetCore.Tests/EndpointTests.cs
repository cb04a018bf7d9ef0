using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>What is mapped, and for whom.</summary>
public class EndpointTests
{
    [Fact]
    public async Task Three_endpoints_are_mapped_without_one_that_pre_checks_codes()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();

        RouteEndpoint[] mapped = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/phone", StringComparison.Ordinal))];

        Assert.Equal(["/phone/code", "/phone/sign-in", "/phone/sign-out"], mapped.Select(endpoint => endpoint.RoutePattern.RawText));
        Assert.All(mapped, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Fact]
    public async Task An_application_that_asks_everybody_for_a_session_can_be_signed_in_to()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            register: services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()),
            use: web => web.UseRouting().UseAuthorization());
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        Assert.Equal(204, (await LoginTests.SignInAsync(app, browser)).Status);
    }
}
