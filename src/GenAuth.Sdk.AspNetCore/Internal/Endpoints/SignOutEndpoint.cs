using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary><c>POST sign-out</c>: ends the session of the application.</summary>
internal sealed class SignOutEndpoint : PhoneEndpoint
{
    private readonly string? _scheme;
    private readonly BindingCookie _cookie;
    private readonly EventReporter _events;

    public SignOutEndpoint(GenAuthPhoneSignInOptions options, BindingCookie cookie, ForwardedHeaderWarning forwardedHeaders, EventReporter events)
        : base(forwardedHeaders)
    {
        _scheme = options.SignInScheme;
        _cookie = cookie;
        _events = events;
    }

    protected override async Task RespondAsync(HttpContext context)
    {
        await context.SignOutAsync(_scheme).ConfigureAwait(false);
        _cookie.Delete(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        _events.Report(PhoneSignInEventKind.SignedOut, context);
    }
}
