using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

using GenAuth.Sdk.Testing.Internal;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>Something that goes wrong, to be handed to <see cref="Faults"/>. Immutable: the modifiers return a new fault.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "Polly.Simmy.Fault is a namespace nobody imports a Fault from.")]
public sealed class Fault
{
    private readonly Func<Language, string, Reply> _reply;
    private TimeSpan _delay;
    private TimeSpan? _retryAfter;

    private Fault(Func<Language, string, Reply> reply, bool standsBefore)
    {
        _reply = reply;
        StandsBefore = standsBefore;
    }

    /// <summary>Whether it meets every request, like a gateway before the service, or only those the service would have accepted.</summary>
    internal bool StandsBefore { get; }

    internal bool Accepts { get; private set; }

    /// <summary>
    /// The service answers with this status in place of accepting the SMS. Requests that it refuses anyway, within the
    /// minute for example, do not meet the fault and do not use it up.
    /// </summary>
    /// <param name="statusCode">The status in the body, 601 for example; the HTTP status is 200, or 429 for a 429, as the service does it.</param>
    /// <param name="apiCode">The specific error, see <see cref="GenAuthApiCodes"/>; null sends none.</param>
    /// <param name="message">The text; null takes one that goes with the status, in the language of the request.</param>
    /// <returns>The fault.</returns>
    public static Fault Answer(int statusCode, int? apiCode = null, string? message = null) => new(
        (language, requestId) => new Answer(statusCode, apiCode, message ?? Texts.For(statusCode, apiCode).In(language)).ToReply(requestId),
        standsBefore: false);

    /// <summary>A gateway answers instead of the service, whatever the request.</summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="body">What it sends, sent as UTF-8.</param>
    /// <param name="contentType">The media type; empty sends none.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="status"/> is no status of a final answer or allows no body, or <paramref name="contentType"/> is no header value.</exception>
    public static Fault Http(HttpStatusCode status, string body = "", string contentType = "text/html")
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));

        if (body.Length > 0 && status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
            throw new ArgumentException("HTTP allows no body with this status.", nameof(body));
        if (!contentType.All(c => c is >= ' ' and <= '~'))
            throw new ArgumentException("A media type is printable ASCII.", nameof(contentType));

        var reply = new Reply((int)status, Encoding.UTF8.GetBytes(body), contentType.Length > 0 ? contentType : null);
        return new Fault((_, _) => reply, standsBefore: true);
    }

    /// <summary>Holds the answer back. What becomes of the SMS is decided when the request comes in.</summary>
    /// <param name="delay">How long, on the emulator's clock.</param>
    /// <returns>The changed fault.</returns>
    public Fault After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return With(fault => fault._delay = delay);
    }

    /// <summary>Adds a <c>Retry-After</c> header, in seconds.</summary>
    /// <param name="wait">How long to ask for; part seconds are rounded up.</param>
    /// <returns>The changed fault.</returns>
    public Fault WithRetryAfter(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return With(fault => fault._retryAfter = wait);
    }

    /// <summary>
    /// Lets the service do its work first, and an SMS it accepts go to the inbox; only its answer is lost, and the fault's
    /// goes out. Without it no SMS is accepted.
    /// </summary>
    /// <returns>The changed fault.</returns>
    public Fault AfterAccepting() => With(fault => fault.Accepts = true);

    internal Reply ReplyIn(Language language, string requestId) =>
        _reply(language, requestId) with { Delay = _delay, RetryAfter = _retryAfter };

    private Fault With(Action<Fault> change)
    {
        var copy = (Fault)MemberwiseClone();
        change(copy);
        return copy;
    }
}
