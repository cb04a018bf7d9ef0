using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.AspNetCore.Internal;
using GenAuth.Sdk.AspNetCore.Internal.Endpoints;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of phone sign-in.</summary>
public static class GenAuthPhoneSignInEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>POST code</c>, <c>POST sign-in</c> and <c>POST sign-out</c> below a path, for everybody: the group allows
    /// anonymous requests. They are for the pages of the same site; a request of another one gets 403.
    /// </summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="prefix">The path, <c>/phone</c> for example.</param>
    /// <param name="name">The name of the registration; null for the one without a name.</param>
    /// <returns>The group, for conventions of the application's own.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGenAuthPhoneSignIn</c> was not called for this name.</exception>
    public static RouteGroupBuilder MapGenAuthPhoneSignIn(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);

        string registration = name ?? string.Empty;
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(PhoneSignIn), registration))
            throw new InvalidOperationException("Phone sign-in was not registered: call AddGenAuthPhoneSignIn with the same name, or without one.");

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        Map(group, "/code", registration, static phone => phone.SendCode);
        Map(group, "/sign-in", registration, static phone => phone.SignInWithCode);
        Map(group, "/sign-out", registration, static phone => phone.SignOut);
        group.AllowAnonymous();
        return group;
    }

    // A request delegate takes the request as it is, so that nothing is bound, and nothing reflected over.
    private static void Map(RouteGroupBuilder group, string pattern, string registration, Func<PhoneSignIn, PhoneEndpoint> choose) =>
        group.MapPost(pattern, new RequestDelegate(context => choose(context.RequestServices.GetRequiredKeyedService<PhoneSignIn>(registration)).HandleAsync(context)));
}
