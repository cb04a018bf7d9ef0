using System.Net;

using GenAuth.Sdk.Testing.Internal.Transports;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Mount;

/// <summary>Who may see an emulator that is part of a host, which others than this machine may reach.</summary>
internal static class MountGuard
{
    public const string Refusal = "The emulator responds to this machine only, unless its host authorizes others: app.MapGenAuthEmulator(…).RequireAuthorization().";

    // What proxies add, and what remains of it when a middleware of the host has taken it to heart.
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-Original-"];
    private static readonly string[] ForwardingHeaders = ["Forwarded", "Via", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"];

    private static readonly HostFilter LoopbackNames = new(new ListenAddress(host: null, port: null), []);

    public static bool Allows(HttpContext context) => IsAuthorized(context) || IsLocal(context);

    // The server refuses to run an endpoint that asks for authorization when no middleware has seen to that.
    private static bool IsAuthorized(HttpContext context) =>
        context.GetEndpoint()!.Metadata is { } metadata && metadata.GetMetadata<IAuthorizeData>() is not null && metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && LoopbackNames.Allows(context)
        && !context.Request.Headers.Keys.Any(name => IsForwarding(name, context.Request.Path));

    // Clients of the service name the address of their user themselves, in this one.
    private static bool IsForwarding(string header, PathString path) =>
        ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(ForwardingPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || (header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase) && path.StartsWithSegments(HttpExchange.OwnPrefix, StringComparison.Ordinal));
}
