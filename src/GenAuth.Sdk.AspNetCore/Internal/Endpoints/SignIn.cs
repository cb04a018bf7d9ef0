using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Claims;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;
using GenAuth.Sdk.AspNetCore.Internal.Tokens;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>From a code to a signed-in user. The user comes from a validated id token and from nothing else.</summary>
internal sealed class SignIn
{
    private readonly CodeRedeemer _redeemer;
    private readonly IdTokenValidator _idTokens;
    private readonly UserFactory _users;
    private readonly BindingCookie _cookie;
    private readonly string? _scheme;
    private readonly ILogger _logger;
    private readonly EventReporter _events;

    public SignIn(GenAuthPhoneSignInOptions options, CodeRedeemer redeemer, IdTokenValidator idTokens, BindingCookie cookie, ILogger logger, EventReporter events)
    {
        _scheme = options.SignInScheme;
        _redeemer = redeemer;
        _idTokens = idTokens;
        _users = new UserFactory(options);
        _cookie = cookie;
        _logger = logger;
        _events = events;
    }

    public async Task RespondAsync(HttpContext context, RequestedNumber number, string code, IPAddress? address)
    {
        // Without keys the token of a right code would be worthless, and the code used up.
        RedeemResult result = await _idTokens.IsReadyAsync().ConfigureAwait(false)
            ? await _redeemer.RedeemAsync(number, code, address).ConfigureAwait(false)
            : new RedeemResult(RedeemEnd.NothingHappened);
        if (result.End is RedeemEnd.Right)
            await CompleteAsync(context, number, result.Tokens!).ConfigureAwait(false);
        else
            await RefuseAsync(context, number, result).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The application's hook and its authentication may throw anything; nobody is signed in then.")]
    private async Task CompleteAsync(HttpContext context, RequestedNumber number, LoginTokens tokens)
    {
        if (await _idTokens.ValidateAsync(tokens.IdToken).ConfigureAwait(false) is not { } idToken)
        {
            await RespondAsync(context, number, PhoneSignInEventKind.TokenRefused, Problem.AskForNewCode).ConfigureAwait(false);
            return;
        }

        try
        {
            if (await _users.CreateAsync(context, idToken, tokens).ConfigureAwait(false) is { } user)
                await SignInAsync(context, number, user).ConfigureAwait(false);
            else
                await RespondAsync(context, number, PhoneSignInEventKind.MoreNeeded, Problem.MoreNeeded).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            _logger.HookFailed(nameof(GenAuthPhoneSignInOptions.CreatePrincipal), exception.GetType().Name);
            await RespondAsync(context, number, PhoneSignInEventKind.SignInUnknown, Problem.AskForNewCode).ConfigureAwait(false);
        }
    }

    private async Task SignInAsync(HttpContext context, RequestedNumber number, ClaimsPrincipal user)
    {
        await context.SignInAsync(_scheme, user).ConfigureAwait(false);
        _cookie.Delete(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        _events.Report(PhoneSignInEventKind.SignedIn, context, number);
    }

    private Task RefuseAsync(HttpContext context, RequestedNumber number, RedeemResult result)
    {
        switch (result.End)
        {
            case RedeemEnd.Wrong:
                return RespondAsync(context, number, PhoneSignInEventKind.WrongCode, Problem.WrongCode);

            case RedeemEnd.MoreNeeded:
                return RespondAsync(context, number, PhoneSignInEventKind.MoreNeeded, Problem.MoreNeeded);

            case RedeemEnd.NothingHappened:
                _events.Report(PhoneSignInEventKind.SignInFailed, context, number);
                return ResponseWriter.WriteTryAgainAsync(context.Response, result.Wait);

            default:
                return RespondAsync(context, number, PhoneSignInEventKind.SignInUnknown, Problem.AskForNewCode);
        }
    }

    private Task RespondAsync(HttpContext context, RequestedNumber number, PhoneSignInEventKind happened, Problem problem)
    {
        _events.Report(happened, context, number);
        return ResponseWriter.WriteAsync(context.Response, problem);
    }
}
