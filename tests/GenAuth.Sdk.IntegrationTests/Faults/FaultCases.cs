using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>Everything that goes wrong in the matrix. Each fault lasts, so that whatever is repeated is repeated into it.</summary>
internal static class FaultCases
{
    private const string Connection = nameof(GenAuthConnectionException);
    private const string Response = nameof(GenAuthResponseException);
    private const string TimedOut = nameof(GenAuthTimeoutException);
    private const string Json = "application/json";

    private static readonly HttpStatusCode[] BeforeForwarding =
    [
        HttpStatusCode.ProxyAuthenticationRequired,
        HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.RequestUriTooLong,
        HttpStatusCode.RequestHeaderFieldsTooLarge,
    ];

    private static readonly HttpStatusCode[] ServerErrors =
        [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(400);

    private static Fault Success => Fault.Answer(200).AfterAccepting();

    public static IEnumerable<FaultCase> All =>
    [
        .. Connections(),
        .. Stalls(),
        .. Bodies(),
        .. Gateways(),
        .. RetryAfters(),
        .. Answers(),
    ];

    private static IEnumerable<FaultCase> Connections()
    {
        yield return new("nothing", _ => default, Accepted(), Accepted());
        yield return new("nobody listens", emulator => emulator.DisposeAsync(), NeverLeft(Connection, 3), NeverLeft(Connection, 3));
        yield return new("certificate nobody trusts", _ => default, null, NeverLeft(Connection, 1)) { TrustsCertificate = false };
        yield return Always("refuse", Fault.Refuse(), Unknown(Connection, requests: 0)) with { Https = NeverLeft(Connection, 1) };
        yield return Always("close, unread", Fault.Close().BeforeReading(), Unknown(Connection, requests: 0));
        yield return Always("reset, unread", Fault.Reset().BeforeReading(), Unknown(Connection, requests: 0));
        yield return Always("close", Fault.Close(), Unknown(Connection));
        yield return Always("reset", Fault.Reset(), Unknown(Connection));
        yield return Always("close after accepting", Fault.Close().AfterAccepting(), Unknown(Connection, sms: 1));
        yield return Always("reset after accepting", Fault.Reset().AfterAccepting(), Unknown(Connection, sms: 1));
    }

    private static IEnumerable<FaultCase> Stalls()
    {
        yield return Stalled("silence", Fault.Silence(), Unknown(TimedOut));
        yield return Stalled("silence after accepting", Fault.Silence().AfterAccepting(), Unknown(TimedOut, sms: 1));
        yield return Stalled("answer too late", Success.After(TimeSpan.FromMinutes(1)), Unknown(TimedOut, sms: 1));
        yield return Stalled("body drips too slowly", Success.Dripping(Second), Unknown(TimedOut, sms: 1));
        yield return Always("answer after 0.3 s", Success.After(TimeSpan.FromSeconds(0.3)), Accepted() with { AtLeast = TimeSpan.FromSeconds(0.3) });
        yield return Always("body drips", Success.Dripping(TimeSpan.FromMilliseconds(1)), Accepted() with { AtLeast = TimeSpan.FromMilliseconds(50) });
    }

    private static IEnumerable<FaultCase> Bodies()
    {
        const int Kilobyte = 1024;
        yield return Always("body truncated", Success.Truncated(), Unknown(Connection, sms: 1));
        yield return Always("body truncated, gzip", Success.PaddedTo(50 * Kilobyte).Gzipped().Truncated(), Unknown(Connection, sms: 1));
        yield return Always("body of 900 KB", Success.PaddedTo(900 * Kilobyte), Accepted());
        yield return Always("body of 50 MB", Success.PaddedTo(50_000 * Kilobyte), Unknown(Response, sms: 1));
        yield return Always("gzip", Success.Gzipped(), Accepted());
        yield return Always("gzip bomb of 50 MB", Success.PaddedTo(50_000 * Kilobyte).Gzipped(), Unknown(Response, sms: 1));
        yield return Always("HTTP 200, no body", Fault.Http(HttpStatusCode.OK), Unknown(Response));
        yield return Always("HTTP 204", Fault.Http(HttpStatusCode.NoContent).AfterAccepting(), Unknown(Response, sms: 1));
        yield return Always("HTTP 200, JSON of another", Fault.Http(HttpStatusCode.OK, """[{"statusCode":200}]""", Json), Unknown(Response));
        yield return Always(
            "HTTP 200, half of the JSON",
            Fault.Http(HttpStatusCode.OK, """{"statusCode":200,"message":"o""", Json).AfterAccepting(),
            Unknown(Response, sms: 1));
    }

    private static IEnumerable<FaultCase> Gateways()
    {
        yield return Always("login page, HTTP 200", Fault.GatewayPage(HttpStatusCode.OK), Unknown(Response));
        yield return Always("HTTP 302", Fault.Redirect(new Uri("https://elsewhere.invalid/"), HttpStatusCode.Found), Unknown(Response));
        yield return Always("HTTP 307", Fault.Redirect(new Uri("https://elsewhere.invalid/")), Unknown(Response));
        yield return Always(
            "HTTP 303 after accepting",
            Fault.Redirect(new Uri("https://elsewhere.invalid/"), HttpStatusCode.SeeOther).AfterAccepting(),
            Unknown(Response, sms: 1));
        yield return Always("HTTP 403, firewall", Fault.GatewayPage(HttpStatusCode.Forbidden), Unknown(Response));
        yield return Always("HTTP 404, HTML", Fault.GatewayPage(HttpStatusCode.NotFound), Unknown(Response));
        foreach (HttpStatusCode status in BeforeForwarding)
            yield return Always($"HTTP {(int)status}", Fault.GatewayPage(status), Refused(Response));
        foreach (HttpStatusCode status in ServerErrors)
        {
            yield return Always($"HTTP {(int)status}, HTML", Fault.GatewayPage(status), Unknown(Response));
            yield return Always($"HTTP {(int)status}, HTML after accepting", Fault.GatewayPage(status).AfterAccepting(), Unknown(Response, sms: 1));
        }
    }

    private static IEnumerable<FaultCase> RetryAfters()
    {
        Expected waited = Refused(Response, 3) with { AtLeast = 2 * Second };
        yield return Always("HTTP 429, HTML", Fault.GatewayPage(HttpStatusCode.TooManyRequests), Refused(Response));
        yield return Always("HTTP 429, Retry-After 1 s", Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(Second), waited);
        yield return Always("HTTP 429, Retry-After 1 h", Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.FromHours(1)), Refused(Response));
        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout])
        {
            yield return Always($"HTTP {(int)status}, Retry-After 1 s", Fault.GatewayPage(status).WithRetryAfter(Second), Unknown(Response));
            yield return Always(
                $"HTTP {(int)status}, Retry-After 1 s, after accepting",
                Fault.GatewayPage(status).WithRetryAfter(Second).AfterAccepting(),
                Unknown(Response, sms: 1));
        }

        // A date has whole seconds: two from now is at least one. Once it has passed only the back-off is left to wait for.
        yield return Lasting(
            "HTTP 429, Retry-After date",
            () => Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeProvider.System.GetUtcNow() + (2 * Second)),
            Refused(Response, 3) with { AtLeast = Second });
        yield return Always("status 429, Retry-After 1 s", Fault.Answer(429).WithRetryAfter(Second), Refused("429", 3) with { AtLeast = 2 * Second });
        yield return Always("status 503, Retry-After 1 h", Fault.Answer(503).WithRetryAfter(TimeSpan.FromHours(1)), Refused("503"));
        yield return new("status 503 once", emulator => Next(emulator, Fault.Answer(503)), Accepted() with { Requests = 2 }, Accepted() with { Requests = 2 });
    }

    private static IEnumerable<FaultCase> Answers()
    {
        foreach (int status in (int[])[400, 401, 402, 403, 404, 409, 413, 429, 499])
            yield return Always($"status {status}", Fault.Answer(status), Refused($"{status}"));
        yield return Always("status 422, apiCode 4004", Fault.Answer(422, GenAuthApiCodes.SmsSentTooRecently), Refused("422/4004"));
        yield return Always("status 499, apiCode 2011", Fault.Answer(499, GenAuthApiCodes.ApplicationNotFound), Refused("499/2011"));
        yield return Always("status 503", Fault.Answer(503), Refused("503", 3));
        yield return Always(
            "HTTP 503, status 503",
            Fault.Http(HttpStatusCode.ServiceUnavailable, """{"statusCode":503,"message":"","requestId":"r-1"}""", Json),
            Refused("503", 3));
        foreach (string body in (string[])["""{"statusCode":503,"message":"Service Unavailable"}""", """{"code":503}""", """{"kind":"Status","code":503}""", """{"code":429}"""])
        {
            string result = body.Contains("429", StringComparison.Ordinal) ? "429" : "503";
            Fault fault = Fault.Http(HttpStatusCode.OK, body, Json).WithRetryAfter(Second);
            yield return Always(body, fault, Unknown(result));
            yield return Always($"{body} after accepting", fault.AfterAccepting(), Unknown(result, sms: 1));
        }
        yield return Always(
            "HTTP 500, status 200",
            Fault.Http(HttpStatusCode.InternalServerError, """{"statusCode":200,"message":""}""", Json).AfterAccepting(),
            Accepted());
        foreach (int status in (int[])[408, 410, 425, 500, 501, 502, 601, 602, 603, 777])
        {
            yield return Always($"status {status}", Fault.Answer(status), Unknown($"{status}"));
            yield return Always($"status {status} after accepting", Fault.Answer(status).AfterAccepting(), Unknown($"{status}", sms: 1));
        }
    }

    private static Expected Accepted() => new("200", RequestOutcome.Processed, null, 1, 1);

    private static Expected NeverLeft(string exception, int attempts) => new(exception, RequestOutcome.NotProcessed, attempts, 0, 0);

    private static Expected Refused(string result, int attempts = 1) => new(result, RequestOutcome.NotProcessed, AttemptsOf(result, attempts), attempts, 0);

    private static Expected Unknown(string result, int requests = 1, int sms = 0) => new(result, RequestOutcome.Unknown, AttemptsOf(result, 1), requests, sms);

    // An answer of the service's does not carry the number of attempts.
    private static int? AttemptsOf(string result, int attempts) => char.IsAsciiDigit(result[0]) ? null : attempts;

    private static FaultCase Always(string name, Fault fault, Expected expected) => Lasting(name, () => fault, expected);

    private static FaultCase Stalled(string name, Fault fault, Expected expected) =>
        Always(name, fault, expected with { AtLeast = ShortTimeout }) with { AttemptTimeout = ShortTimeout };

    private static FaultCase Lasting(string name, Func<Fault> fault, Expected expected) => new(
        name,
        emulator =>
        {
            emulator.Faults.Always(fault());
            return default;
        },
        expected,
        expected);

    private static ValueTask Next(GenAuthEmulator emulator, Fault fault)
    {
        emulator.Faults.Next(fault);
        return default;
    }
}
