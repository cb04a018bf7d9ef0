using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;

using GenAuth.Sdk.Testing.Internal;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>Something that goes wrong, to be handed to <see cref="FaultInjector"/>. Immutable: the modifiers return a new fault.</summary>
/// <remarks>
/// A fault either responds (<see cref="Answer"/>, <see cref="Http"/>, <see cref="GatewayPage"/>, <see cref="Redirect"/>) or does
/// not (<see cref="Silence"/>, <see cref="Close"/>, <see cref="Reset"/>, <see cref="Refuse"/>). Modifiers say when it comes,
/// whether the service does its work before, and how a response is sent; those of a response are refused where there is none.
/// </remarks>
[SuppressMessage("Naming", "CA1724", Justification = "Polly.Simmy.Fault is a namespace nobody imports a Fault from.")]
public sealed class Fault
{
    private readonly Func<Language, string, WireResponse>? _response;
    private WireResponse _delivery = new(0, [], null);
    private bool _allowsBody = true;

    private Fault(Func<Language, string, WireResponse>? response, bool precedesService)
    {
        _response = response;
        PrecedesService = precedesService;
    }

    /// <summary>
    /// Whether the service does its work before this goes wrong, see <see cref="AfterAccepting"/>: an SMS that it accepted is in
    /// the emulator's inbox, and nothing else is.
    /// </summary>
    public bool AcceptsSms { get; private set; }

    /// <summary>Whether it applies to every request, as a gateway before the service does, or only to those that the service would accept.</summary>
    internal bool PrecedesService { get; }

    /// <summary>Where on a connection it applies; null when it waits for a request.</summary>
    internal ConnectionStage? Stage { get; private set; }

    internal TimeSpan Delay => _delivery.Delay;

    internal ConnectionTermination? Termination => _delivery.Termination;

    /// <summary>
    /// The service answers with this status in place of doing its work. The fault does not apply to requests that the service
    /// refuses anyway, within the minute for example, and they do not use it up.
    /// </summary>
    /// <param name="statusCode">The status in the body, 601 for example; the HTTP status is 200, or 429 for a 429, as the service does it.</param>
    /// <param name="apiCode">The specific error, see <see cref="GenAuthApiCodes"/>; null sends none.</param>
    /// <param name="message">The text; null takes one that goes with the status, in the language of the request.</param>
    /// <returns>The fault.</returns>
    public static Fault Answer(int statusCode, int? apiCode = null, string? message = null) => new(
        (language, requestId) => new ServiceResponse(statusCode, apiCode, message ?? Messages.For(statusCode, apiCode).In(language)).ToWire(requestId),
        precedesService: false);

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

        bool allowsBody = status is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);
        if (body.Length > 0 && !allowsBody)
            throw new ArgumentException("HTTP allows no body with this status.", nameof(body));
        if (!FaultHeader.IsValue(contentType))
            throw new ArgumentException("A media type is printable ASCII.", nameof(contentType));

        var response = new WireResponse((int)status, Encoding.UTF8.GetBytes(body), contentType.Length > 0 ? contentType : null);
        return new Fault((_, _) => response, precedesService: true) { _allowsBody = allowsBody };
    }

    /// <summary>A gateway answers with the HTML page that such gateways have, whatever the request.</summary>
    /// <param name="status">The HTTP status, 200 to 599. A 200 is a captive portal's or a login page's.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="status"/> is no status of a final answer or allows no body.</exception>
    public static Fault GatewayPage(HttpStatusCode status = HttpStatusCode.BadGateway)
    {
        string title = string.Create(CultureInfo.InvariantCulture, $"{(int)status} {status}");
        return Http(status, $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n");
    }

    /// <summary>A gateway sends the client elsewhere, whatever the request.</summary>
    /// <param name="location">Where to.</param>
    /// <param name="status">The HTTP status, 300 to 399. With 307 and 308 a client that follows repeats the whole request there.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="status"/> is not that of a redirect.</exception>
    public static Fault Redirect(Uri location, HttpStatusCode status = HttpStatusCode.TemporaryRedirect)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 300, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 399, nameof(status));
        return Http(status).WithHeader("Location", location.IsAbsoluteUri ? location.AbsoluteUri : location.OriginalString);
    }

    /// <summary>No response ever comes: the connection stays open until the client gives up or the emulator is disposed.</summary>
    /// <returns>The fault.</returns>
    public static Fault Silence() => CreateEnding(ConnectionTermination.Close).With(delivery => delivery with { Delay = Timeout.InfiniteTimeSpan });

    /// <summary>The connection is closed (FIN) in place of a response, when the request was read.</summary>
    /// <returns>The fault.</returns>
    public static Fault Close() => CreateEnding(ConnectionTermination.Close);

    /// <summary>The connection is reset (RST) in place of a response, when the request was read.</summary>
    /// <returns>The fault.</returns>
    public static Fault Reset() => CreateEnding(ConnectionTermination.Reset);

    /// <summary>
    /// The connection is refused. A listening port cannot do that for one client and not for the next, so it does what comes
    /// closest: it closes the connection as soon as it is there, before a byte was read. A client on https is stopped in the
    /// TLS handshake; one on http sends its request, and nobody reads it. See <see cref="FaultInjector"/> for the connections that it applies to.
    /// </summary>
    /// <remarks>Without sockets the request never leaves. A port that refuses everybody is that of an emulator that was disposed.</remarks>
    /// <returns>The fault.</returns>
    public static Fault Refuse() => CreateEnding(ConnectionTermination.Close, ConnectionStage.Accepted);

    /// <summary>Holds the response, or the end of the connection, back; <see cref="Silence"/> stays silent. Whether the service does its work is decided when the request comes in.</summary>
    /// <param name="delay">How long, on the emulator's clock.</param>
    /// <returns>The changed fault.</returns>
    public Fault After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return With(delivery => delivery.Delay == Timeout.InfiniteTimeSpan ? delivery : delivery with { Delay = delay });
    }

    /// <summary>
    /// Lets the service do its work first: an SMS goes to the inbox, a code is used up. Only the service's response is lost, and
    /// that of the fault goes out. Without this modifier the service does nothing.
    /// </summary>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">It goes wrong before the service could know of the request.</exception>
    public Fault AfterAccepting()
    {
        if (Stage is not null)
            throw new InvalidOperationException("What was not read cannot be accepted.");

        Fault copy = With(delivery => delivery);
        copy.AcceptsSms = true;
        return copy;
    }

    /// <summary>
    /// Ends the connection as soon as a request arrives on it, without reading that. Only for <see cref="Close"/> and
    /// <see cref="Reset"/>. See <see cref="FaultInjector"/> for the connections that it applies to.
    /// </summary>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">It is another fault, or it accepts the SMS.</exception>
    public Fault BeforeReading()
    {
        if (Termination is null || Stage is ConnectionStage.Accepted || Delay == Timeout.InfiniteTimeSpan || AcceptsSms)
            throw new InvalidOperationException("Only closing and resetting can come before the request is read, and then no SMS is accepted.");

        Fault copy = With(delivery => delivery);
        copy.Stage = ConnectionStage.Arriving;
        return copy;
    }

    /// <summary>Adds a <c>Retry-After</c> header, in seconds.</summary>
    /// <param name="wait">How long to ask for; part seconds are rounded up, so that a client which waits so long has waited long enough.</param>
    /// <returns>The changed fault.</returns>
    public Fault WithRetryAfter(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return WithHeader(FaultHeader.RetryAfter, FormattableString.Invariant($"{Math.Ceiling(wait.TotalSeconds):0}"));
    }

    /// <summary>Adds a <c>Retry-After</c> header, as a date.</summary>
    /// <param name="moment">Until when to ask to wait; HTTP knows whole seconds only, the rest is cut off.</param>
    /// <returns>The changed fault.</returns>
    public Fault WithRetryAfter(DateTimeOffset moment) =>
        WithHeader(FaultHeader.RetryAfter, moment.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a header to the response. <c>Retry-After</c> replaces an earlier one; others add up.</summary>
    /// <param name="name">Its name. Not one that frames or names the body: there are modifiers and parameters for these.</param>
    /// <param name="value">Its value, printable ASCII.</param>
    /// <returns>The changed fault.</returns>
    /// <exception cref="ArgumentException">It is no header, or one of the body's.</exception>
    /// <exception cref="InvalidOperationException">There is no response.</exception>
    public Fault WithHeader(string name, string value)
    {
        FaultHeader.ThrowIfInvalid(name, value);
        return WithResponse(delivery => delivery with { Headers = FaultHeader.Add(delivery.Headers, name, value) });
    }

    /// <summary>Makes the body longer by white space at its end, which JSON and HTML allow. It is not kept in memory.</summary>
    /// <param name="bytes">How long it gets: 50 MB, say, for a body that nobody should read whole.</param>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">There is no response, or one that has no body.</exception>
    public Fault PaddedTo(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return WithBody(delivery => delivery with { PaddedLength = bytes });
    }

    /// <summary>Compresses the body, whatever the client accepts. With <see cref="PaddedTo"/> it is a bomb: a thousand times its size.</summary>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">There is no response, or one that has no body.</exception>
    public Fault Gzipped() => WithBody(delivery => delivery with { IsGzipped = true });

    /// <summary>Announces the whole body, sends half of it and closes the connection.</summary>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">There is no response, or one that has no body.</exception>
    public Fault Truncated() => WithBody(delivery => delivery with { IsTruncated = true });

    /// <summary>Sends the headers at once and the body byte by byte.</summary>
    /// <param name="timePerByte">How long each takes, on the emulator's clock.</param>
    /// <returns>The changed fault.</returns>
    /// <exception cref="InvalidOperationException">There is no response, or one that has no body.</exception>
    public Fault Dripping(TimeSpan timePerByte)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timePerByte, TimeSpan.Zero);
        return WithBody(delivery => delivery with { TimePerByte = timePerByte });
    }

    internal WireResponse CreateResponse(Language language, string requestId)
    {
        if (_response?.Invoke(language, requestId) is not { } response)
            return _delivery;
        return _delivery with { HttpStatus = response.HttpStatus, Body = response.Body, ContentType = response.ContentType };
    }

    private static Fault CreateEnding(ConnectionTermination termination, ConnectionStage? stage = null) =>
        new(response: null, precedesService: true) { _delivery = new WireResponse(0, [], null) { Termination = termination }, Stage = stage };

    private Fault WithBody(Func<WireResponse, WireResponse> change) =>
        _allowsBody ? WithResponse(change) : throw new InvalidOperationException("HTTP allows no body with this status.");

    private Fault WithResponse(Func<WireResponse, WireResponse> change) =>
        _response is not null ? With(change) : throw new InvalidOperationException("This fault sends no response that could be changed.");

    private Fault With(Func<WireResponse, WireResponse> change)
    {
        var copy = (Fault)MemberwiseClone();
        copy._delivery = change(_delivery);
        return copy;
    }
}
