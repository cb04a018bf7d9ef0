using System.Net;
using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore.Internal.Limits;
using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Requests;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary><c>POST sign-in</c>: tries a code, but only for the browser that asked for it, and only while a limit is left.</summary>
internal sealed class SignInEndpoint : PhoneEndpoint
{
    private readonly string _defaultCountryCode;
    private readonly BindingCookie _cookie;
    private readonly TryLimits _limits;
    private readonly ConcurrencyLimiter _calls;
    private readonly SignIn _signIn;
    private readonly EventReporter _events;

    public SignInEndpoint(
        GenAuthPhoneSignInOptions options,
        BindingCookie cookie,
        TryLimits limits,
        ConcurrencyLimiter calls,
        SignIn signIn,
        ForwardedHeaderWarning forwardedHeaders,
        EventReporter events)
        : base(forwardedHeaders)
    {
        _defaultCountryCode = options.DefaultCountryCode;
        _cookie = cookie;
        _limits = limits;
        _calls = calls;
        _signIn = signIn;
        _events = events;
    }

    protected override async Task RespondAsync(HttpContext context)
    {
        (SignInRequest? request, Problem? problem) = await RequestReader.ReadAsync(context.Request, PhoneSignInJsonContext.Default.SignInRequest).ConfigureAwait(false);
        if (request is null)
            await ResponseWriter.WriteAsync(context.Response, problem!).ConfigureAwait(false);
        else if (RequestedNumber.Read(request.PhoneNumber, request.PhoneCountryCode, _defaultCountryCode) is not { } number)
            await ResponseWriter.WriteAsync(context.Response, Problem.InvalidNumber).ConfigureAwait(false);
        else if (!SubmittedCode.IsOne(request.Code))
            await ResponseWriter.WriteAsync(context.Response, Problem.InvalidRequest).ConfigureAwait(false);
        else if (await IsLetThroughAsync(context, number).ConfigureAwait(false))
            await SignInAsync(context, number, request.Code!).ConfigureAwait(false);
    }

    // The cookie comes before anything is counted for the number, so that a stranger cannot use up what its owner has left.
    private async Task<bool> IsLetThroughAsync(HttpContext context, RequestedNumber number)
    {
        LimitRefusal? refusal = await _limits.AskAsync(ClientAddress.Normalize(context.Connection.RemoteIpAddress)).ConfigureAwait(false);
        if (refusal is null && _cookie.Find(context, number) is null)
        {
            _events.Report(PhoneSignInEventKind.NotBound, context, number);
            await ResponseWriter.WriteAsync(context.Response, Problem.WrongCode).ConfigureAwait(false);
            return false;
        }

        refusal ??= await _limits.AskAsync(number).ConfigureAwait(false);
        if (refusal is null)
            return true;

        _events.Report(PhoneSignInEventKind.LimitReached, context, number, refusal.Limit);
        await ResponseWriter.WriteTooManyTriesAsync(context.Response, refusal.RetryAfter ?? TimeSpan.Zero).ConfigureAwait(false);
        return false;
    }

    private async Task SignInAsync(HttpContext context, RequestedNumber number, string code)
    {
        using RateLimitLease call = _calls.AttemptAcquire();
        if (!call.IsAcquired)
        {
            _events.Report(PhoneSignInEventKind.LimitReached, context, number, "calls");
            await ResponseWriter.WriteTryAgainAsync(context.Response).ConfigureAwait(false);
            return;
        }

        IPAddress? address = ClientAddress.Normalize(context.Connection.RemoteIpAddress);
        await _signIn.RespondAsync(context, number, code, address).ConfigureAwait(false);
    }
}
