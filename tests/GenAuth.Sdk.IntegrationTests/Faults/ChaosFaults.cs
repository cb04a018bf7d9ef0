using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>
/// What goes wrong in a chaos run. Everything a server or a gateway can do but lie about what the outcome table takes as
/// proof, because no client could tell: none of them refuses an SMS that it accepted (status 400, 401, 402, 403, 404, 409,
/// 413, 422, 429 or 499, a 503 with an id, HTTP 407, 413, 414, 429, 431), and none confirms one that it did not accept.
/// </summary>
internal static class ChaosFaults
{
    private const int Kilobyte = 1024;

    private static Fault Success => Fault.Answer(200).AfterAccepting();

    public static Fault[] All { get; } =
    [
        .. BeforeOrAfterAccepting(Fault.Close()),
        .. BeforeOrAfterAccepting(Fault.Reset()),
        .. BeforeOrAfterAccepting(Fault.Silence()),
        .. BeforeOrAfterAccepting(Fault.GatewayPage()),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.ServiceUnavailable)),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.OK)),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.Forbidden)),
        .. BeforeOrAfterAccepting(Fault.Http(HttpStatusCode.NoContent)),
        .. BeforeOrAfterAccepting(Fault.Redirect(new Uri("https://elsewhere.invalid/"))),
        .. BeforeOrAfterAccepting(Fault.Answer(500)),
        .. BeforeOrAfterAccepting(Fault.Answer(502)),
        .. BeforeOrAfterAccepting(Fault.Answer(601)),
        .. BeforeOrAfterAccepting(Fault.Answer(777).Truncated()),
        .. BeforeOrAfterAccepting(Fault.Answer(408)),
        .. BeforeOrAfterAccepting(Fault.Answer(410)),
        .. BeforeOrAfterAccepting(Fault.Answer(425)),
        .. BeforeOrAfterAccepting(Json("""{"statusCode":503,"message":"Service Unavailable"}""")),
        .. BeforeOrAfterAccepting(Json("""{"code":503}""").WithRetryAfter(TimeSpan.FromSeconds(1))),
        .. BeforeOrAfterAccepting(Json("""{"code":429}""").WithRetryAfter(TimeSpan.Zero)),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.ServiceUnavailable).WithRetryAfter(TimeSpan.FromSeconds(1))),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.GatewayTimeout).WithRetryAfter(TimeSpan.FromSeconds(1))),
        Fault.Refuse(),
        Fault.Close().BeforeReading(),
        Fault.Reset().BeforeReading(),
        Success.Truncated(),
        Success.Gzipped(),
        Success.Gzipped().Truncated(),
        Success.PaddedTo(200 * Kilobyte),
        Success.PaddedTo(2_000 * Kilobyte),
        Success.PaddedTo(5_000 * Kilobyte).Gzipped(),
        Success.After(TimeSpan.FromMilliseconds(50)),
        Success.After(TimeSpan.FromSeconds(2)),
        Success.Dripping(TimeSpan.FromMilliseconds(1)),
        Success.Dripping(TimeSpan.FromMilliseconds(50)),
        Fault.Close().AfterAccepting().After(TimeSpan.FromMilliseconds(100)),
        Fault.Answer(400),
        Fault.Answer(429),
        Fault.Answer(429).WithRetryAfter(TimeSpan.Zero),
        Fault.Answer(503),
        Fault.Answer(503).WithRetryAfter(TimeSpan.FromSeconds(1)),
        Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.Zero),
        Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.FromHours(1)),
        Fault.GatewayPage(HttpStatusCode.RequestEntityTooLarge),
    ];

    private static Fault Json(string body) => Fault.Http(HttpStatusCode.OK, body, "application/json");

    private static IEnumerable<Fault> BeforeOrAfterAccepting(Fault fault) => [fault, fault.AfterAccepting()];
}
