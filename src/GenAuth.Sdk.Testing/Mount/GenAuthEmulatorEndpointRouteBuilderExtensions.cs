using System.Buffers;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Testing.Internal.Mount;

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Shows the emulator of a host in the host's own web application.</summary>
public static class GenAuthEmulatorEndpointRouteBuilderExtensions
{
    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("{}*?#%");

    /// <summary>
    /// Serves the host's emulator below a path: the inbox page at <c>{path}/_genauth/</c>, where <c>{path}</c> leads to, the REST
    /// API beside it, and the operations of the service for clients in any language, whose <c>AppHost</c> is the path's address.
    /// Tokens then have the issuer <c>{address}/oidc</c>.
    /// </summary>
    /// <remarks>
    /// It responds to this machine only: to connections from a loopback address, with a loopback name in <c>Host</c> and without
    /// a header that a proxy adds. Others get status 403, unless the host authorizes them: with <c>RequireAuthorization</c>
    /// on what this method returns, the host's policy decides alone.
    /// </remarks>
    /// <param name="endpoints">The routes of the host.</param>
    /// <param name="path">Below which path, <c>/dev/genauth</c> for example: a slash, and segments without parameters.</param>
    /// <returns>The endpoint, for <c>RequireAuthorization</c> and other conventions.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is no such path.</exception>
    /// <exception cref="InvalidOperationException">
    /// The container has no emulator, see <see cref="GenAuthEmulatorServiceCollectionExtensions.AddGenAuthEmulator"/>, or the host
    /// is not in Development and <see cref="GenAuthEmulatorOptions.AllowOutsideDevelopment"/> is not set.
    /// </exception>
    public static IEndpointConventionBuilder MapGenAuthEmulator(this IEndpointRouteBuilder endpoints, string path)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        if (path is not ['/', not '/', ..] || path.AsSpan().ContainsAny(NotInPaths))
            throw new ArgumentException("A path is a slash and segments without parameters, \"/dev/genauth\" for example.", nameof(path));

        IServiceProvider services = endpoints.ServiceProvider;
        GenAuthEmulator emulator = services.GetService<GenAuthEmulator>()
            ?? throw new InvalidOperationException("The container has no emulator: call services.AddGenAuthEmulator() first.");
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() && !services.GetRequiredService<IOptions<GenAuthEmulatorOptions>>().Value.AllowOutsideDevelopment)
        {
            throw new InvalidOperationException(
                "The emulator shows codes to whoever can open its page, and is for Development. Where another environment is meant to have it, set GenAuthEmulatorOptions.AllowOutsideDevelopment.");
        }

        var mounted = new MountedEmulator(emulator.CreateMountedExchange(), services.GetRequiredService<IHostApplicationLifetime>());
        return endpoints.Map(path.TrimEnd('/') + MountedEmulator.Rest, mounted.ServeAsync).WithDisplayName("GenAuth emulator");
    }
}
