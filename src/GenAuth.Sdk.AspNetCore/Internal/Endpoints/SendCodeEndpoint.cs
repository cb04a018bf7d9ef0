using System.Net;
using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore.Internal.Limits;
using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Requests;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary><c>POST code</c>: asks, in this order, whether the number may get a code, whether the sender may, and whether a limit is left; then sends.</summary>
internal sealed class SendCodeEndpoint : PhoneEndpoint
{
    private readonly string _defaultCountryCode;
    private readonly AllowList _allowList;
    private readonly SendCheck _check;
    private readonly SendLimits _limits;
    private readonly ConcurrencyLimiter _calls;
    private readonly CodeSender _sender;
    private readonly SendResponse _response;
    private readonly EventReporter _events;

    public SendCodeEndpoint(
        GenAuthPhoneSignInOptions options,
        SendCheck check,
        SendLimits limits,
        ConcurrencyLimiter calls,
        CodeSender sender,
        SendResponse response,
        ForwardedHeaderWarning forwardedHeaders,
        EventReporter events)
        : base(forwardedHeaders)
    {
        _defaultCountryCode = options.DefaultCountryCode;
        _allowList = new AllowList(options.AllowedCountryCodes, options.ExcludedCountryCodes);
        _check = check;
        _limits = limits;
        _calls = calls;
        _sender = sender;
        _response = response;
        _events = events;
    }

    protected override async Task RespondAsync(HttpContext context)
    {
        (SendCodeRequest? request, Problem? problem) = await RequestReader.ReadAsync(context.Request, PhoneSignInJsonContext.Default.SendCodeRequest).ConfigureAwait(false);
        if (request is null)
            await ResponseWriter.WriteAsync(context.Response, problem!).ConfigureAwait(false);
        else if (RequestedNumber.Read(request.PhoneNumber, request.PhoneCountryCode, _defaultCountryCode) is not { } number)
            await ResponseWriter.WriteAsync(context.Response, Problem.InvalidNumber).ConfigureAwait(false);
        else if (await IsLetThroughAsync(context, number).ConfigureAwait(false))
            await SendAsync(context, number).ConfigureAwait(false);
    }

    private async Task<bool> IsLetThroughAsync(HttpContext context, RequestedNumber number)
    {
        if (!_allowList.Allows(number))
        {
            _events.Report(PhoneSignInEventKind.CountryRefused, context, number);
            await ResponseWriter.WriteAsync(context.Response, Problem.CountryNotAllowed).ConfigureAwait(false);
            return false;
        }

        bool? passes = await _check.PassesAsync(context, number).ConfigureAwait(false);
        if (passes is not true)
        {
            _events.Report(PhoneSignInEventKind.CheckFailed, context, number);
            await (passes is null ? ResponseWriter.WriteTryAgainAsync(context.Response) : ResponseWriter.WriteAsync(context.Response, Problem.CheckFailed)).ConfigureAwait(false);
            return false;
        }

        if (await _limits.AskAsync(number, ClientAddress.Normalize(context.Connection.RemoteIpAddress)).ConfigureAwait(false) is not { } refusal)
            return true;

        await RefuseAsync(context, number, refusal).ConfigureAwait(false);
        return false;
    }

    private Task RefuseAsync(HttpContext context, RequestedNumber number, LimitRefusal refusal)
    {
        _events.Report(refusal.RetryAfter is null ? PhoneSignInEventKind.LimiterFailed : PhoneSignInEventKind.LimitReached, context, number, refusal.Limit);
        return refusal.RetryAfter is { } retryAfter ? ResponseWriter.WriteTooManySendsAsync(context.Response, retryAfter) : ResponseWriter.WriteTryAgainAsync(context.Response);
    }

    private async Task SendAsync(HttpContext context, RequestedNumber number)
    {
        SendResult result;
        using (RateLimitLease call = _calls.AttemptAcquire())
        {
            if (!call.IsAcquired)
            {
                _events.Report(PhoneSignInEventKind.LimitReached, context, number, "calls");
                await ResponseWriter.WriteTryAgainAsync(context.Response).ConfigureAwait(false);
                return;
            }

            IPAddress? address = ClientAddress.Normalize(context.Connection.RemoteIpAddress);
            result = await _sender.SendAsync(number, address).ConfigureAwait(false);
        }

        await _response.WriteAsync(context, number, result).ConfigureAwait(false);
    }
}
