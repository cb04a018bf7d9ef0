namespace GenAuth.Sdk.Testing;

/// <summary>How a <see cref="GenAuthEmulator"/> behaves. Copied and validated when the emulator is constructed. Not thread-safe.</summary>
public sealed class GenAuthEmulatorOptions
{
    /// <summary>The application the emulator knows. Default <c>genauth-emulator</c>; printable ASCII.</summary>
    public string AppId { get; set; } = "genauth-emulator";

    /// <summary>Further applications it knows. Default none. Each keeps its own codes and its own one-minute windows.</summary>
    public IList<string> OtherAppIds { get; } = [];

    /// <summary>
    /// The secret of all its applications. Default null: any secret is accepted, and none too. Once it is set, another one is
    /// wrong, and so is none: sign-in is refused, and <c>POST /api/v3/check-app-id-secret</c> answers <c>"valid":false</c>.
    /// </summary>
    public string? AppSecret { get; set; }

    /// <summary>
    /// How id tokens are signed. Default <see cref="IdTokenAlgorithm.RS256"/>; <see cref="IdTokenAlgorithm.HS256"/> needs an
    /// <see cref="AppSecret"/> of at least 32 bytes.
    /// </summary>
    public IdTokenAlgorithm IdTokenAlgorithm { get; set; }

    /// <summary>Whether new users are refused (499/2031): at sign-up, and at a sign-in that asks to register them. Default false.</summary>
    public bool RegistrationDisabled { get; set; }

    /// <summary>
    /// The user pool of its applications. Default <c>genauth-emulator-pool</c>; printable ASCII. A request without an
    /// application id that names this pool counts as one of <see cref="AppId"/>.
    /// </summary>
    public string UserPoolId { get; set; } = "genauth-emulator-pool";

    /// <summary>Whether numbers outside +86 get an SMS, as after setting up an international provider. Default false.</summary>
    public bool InternationalSms { get; set; }

    /// <summary>How long the same number gets no second SMS for the same channel. Default one minute; zero switches the rule off.</summary>
    public TimeSpan ResendWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many digits a code has. Default 6; 4 to 10.</summary>
    public int CodeLength { get; set; } = 6;

    /// <summary>
    /// The code of every SMS, for tests that cannot read one: 4 to 10 ASCII digits. Default null: each SMS gets a code of its
    /// own, from a cryptographic source. <see cref="CodeLength"/> does not matter then.
    /// </summary>
    public string? FixedCode { get; set; }

    /// <summary>
    /// Numbers that always get the same code, and that <see cref="ResendWindow"/> does not hold for. Default none.
    /// A key is a number in any spelling, with or without its country code, or else a regular expression
    /// (<c>55501\d\d</c> for example) that must match the whole number, as it was sent or with its country code in front.
    /// A value is the code, 4 to 10 ASCII digits. Numbers come before expressions, expressions in the order they were added.
    /// </summary>
    /// <remarks>Expressions run without backtracking, so that none of them can take long; look-arounds and back-references are refused.</remarks>
    public IDictionary<string, string> TestNumbers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long a code can be redeemed. Default 300 s.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// How many wrong codes a number may try for a channel, pre-checks included, before its right one is void too: one more
    /// than this voids it. Default 1, as the service's; at least 0.
    /// </summary>
    public int MaxWrongCodes { get; set; } = 1;

    /// <summary>How many messages <see cref="GenAuthEmulator.Inbox"/> keeps; the oldest go first. Default 100,000; at least 1.</summary>
    public int InboxCapacity { get; set; } = 100_000;

    /// <summary>How many requests of known applications are served in any one second; the others get status 429. Default null: no limit.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>
    /// Which port to listen on, 0 to 65535. Default null, and 0 too: a free one. Emulators without sockets have none.
    /// </summary>
    public int? Port { get; set; }

    /// <summary>
    /// Where to listen besides the default of null, which is 127.0.0.1 and reachable from this machine only: an IP address
    /// (<c>0.0.0.0</c> and <c>::</c> are all addresses of the machine), or the name that others call this machine by
    /// (<c>genauth</c> in a network of containers), which listens on all addresses and may stand in a <c>Host</c> header.
    /// </summary>
    /// <remarks>
    /// Whatever is not a loopback address opens the emulator to the network: the resources below <c>/_genauth</c> then want
    /// <see cref="GenAuthEmulator.BearerToken"/>, but for the files of the inbox page, which asks for it.
    /// </remarks>
    public string? Host { get; set; }

    /// <summary>
    /// Listens on https with a certificate that is made in memory, for <c>localhost</c> and <c>127.0.0.1</c>, and that
    /// nobody trusts. Default false.
    /// </summary>
    public bool UseHttps { get; set; }

    /// <summary>
    /// A path before every endpoint, <c>/tenant-a</c> for example, as private deployments have. Default empty; segments of
    /// letters, digits and <c>-._~</c>, none of which is <c>.</c> or <c>..</c>.
    /// </summary>
    public string PathBase { get; set; } = string.Empty;

    /// <summary>
    /// Names besides <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c> that a request may have in its <c>Host</c> header,
    /// <c>host.docker.internal</c> for example. Default none. Requests for other hosts get HTTP 421, which keeps foreign web
    /// pages out. The handler without sockets does not look at the host.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Origins besides those of this machine whose pages may call the emulator from a browser (CORS),
    /// <c>https://app.example</c> for example. Default none. <c>http</c> and <c>https</c> on <c>localhost</c>,
    /// <c>127.0.0.1</c> and <c>[::1]</c> may, on any port. The resources below <c>/_genauth</c>, which show codes, are for
    /// the named origins alone.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Whether <c>MapGenAuthEmulator</c> may show the emulator in a host that is not in Development. Default false: the start of
    /// such a host fails, because whoever can open the page reads every code.
    /// </summary>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>The language of messages for requests that name none, a language tag (BCP 47). Default <c>zh-CN</c>, as the service's.</summary>
    public string DefaultLanguage { get; set; } = "zh-CN";

    /// <summary>
    /// The clock behind windows, code lifetimes and delays. Default the system's; put a fake one here to skip the minute.
    /// Clients that the emulator creates do not share it: their timeouts keep to their own
    /// <see cref="GenAuthClientOptions.TimeProvider"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
