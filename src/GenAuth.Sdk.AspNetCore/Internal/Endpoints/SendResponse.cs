using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>What a browser gets when its send has ended. Nothing in it tells whether a number has an account, or got its code for somebody else.</summary>
internal sealed class SendResponse
{
    private readonly BindingCookie _cookie;
    private readonly Countdown _countdown;
    private readonly EventReporter _events;

    public SendResponse(BindingCookie cookie, Countdown countdown, EventReporter events)
    {
        _cookie = cookie;
        _countdown = countdown;
        _events = events;
    }

    public Task WriteAsync(HttpContext context, RequestedNumber number, SendResult result)
    {
        _events.Report(GetEvent(result.End), context, number);
        return result.End switch
        {
            SendEnd.Sent or SendEnd.MayBeSent => WriteSentAsync(context, number),
            SendEnd.TooSoon => WriteTooSoonAsync(context, number, result.Wait ?? Countdown.Whole),
            SendEnd.Hidden => WriteHiddenAsync(context, number),
            SendEnd.Limited => ResponseWriter.WriteTooManySendsAsync(context.Response, result.Wait ?? Countdown.Whole),
            SendEnd.Invalid => ResponseWriter.WriteAsync(context.Response, Problem.InvalidNumber),
            SendEnd.Unavailable => ResponseWriter.WriteTryAgainAsync(context.Response, result.Wait),
            _ => ResponseWriter.WriteAsync(context.Response, Problem.NotPossible),
        };
    }

    private async Task WriteSentAsync(HttpContext context, RequestedNumber number)
    {
        await _countdown.StartAsync(number).ConfigureAwait(false);
        _cookie.Set(context, number);
        await ResponseWriter.WriteAcceptedAsync(context.Response, Countdown.Whole).ConfigureAwait(false);
    }

    private async Task WriteTooSoonAsync(HttpContext context, RequestedNumber number, TimeSpan wait) =>
        await WriteRefusedAsync(context, number, await _countdown.FindRestAsync(number).ConfigureAwait(false) ?? wait).ConfigureAwait(false);

    // Counted down like a minute, because one that began anew with every request would tell such a number from the others.
    private async Task WriteHiddenAsync(HttpContext context, RequestedNumber number)
    {
        TimeSpan? rest = await _countdown.FindRestAsync(number).ConfigureAwait(false);
        if (rest is null)
            await _countdown.StartAsync(number).ConfigureAwait(false);
        await WriteRefusedAsync(context, number, rest ?? Countdown.Whole).ConfigureAwait(false);
    }

    // The browser that asked first goes on; any other one must not get at its code.
    private Task WriteRefusedAsync(HttpContext context, RequestedNumber number, TimeSpan rest)
    {
        if (_cookie.Find(context, number) is { } moment)
            _cookie.Set(context, number, moment);
        else
            _cookie.SetDecoy(context);
        return ResponseWriter.WriteAcceptedAsync(context.Response, rest);
    }

    private static PhoneSignInEventKind GetEvent(SendEnd end) => end switch
    {
        SendEnd.Sent => PhoneSignInEventKind.CodeSent,
        SendEnd.MayBeSent => PhoneSignInEventKind.SendUnknown,
        SendEnd.TooSoon or SendEnd.Hidden or SendEnd.Invalid => PhoneSignInEventKind.SendRefused,
        _ => PhoneSignInEventKind.SendFailed,
    };
}
