namespace GenAuth.Sdk.Testing;

/// <summary>How a <see cref="GenAuthEmulator"/> behaves. Copied and validated when the emulator is constructed.</summary>
public sealed class GenAuthEmulatorOptions
{
    /// <summary>The application the emulator knows. Default <c>genauth-emulator</c>; printable ASCII.</summary>
    public string AppId { get; set; } = "genauth-emulator";

    /// <summary>Further applications it knows. Default none. Each keeps its own one-minute windows.</summary>
    public IList<string> OtherAppIds { get; } = [];

    /// <summary>Whether numbers outside +86 get an SMS, as after setting up an international provider. Default false.</summary>
    public bool InternationalSms { get; set; }

    /// <summary>How long the same number gets no second SMS for the same channel. Default one minute; zero switches the rule off.</summary>
    public TimeSpan ResendWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many digits a code has. Default 6; 4 to 10.</summary>
    public int CodeLength { get; set; } = 6;

    /// <summary>How long a code can be redeemed. Default 300 s.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How many requests of known applications are served in any one second; the others get status 429. Default null: no limit.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>
    /// Listens on https with a certificate that is made in memory, for <c>localhost</c> and <c>127.0.0.1</c>, and that
    /// nobody trusts. Default false.
    /// </summary>
    public bool UseHttps { get; set; }

    /// <summary>A path before the endpoint, <c>/tenant-a</c> for example, as private deployments have. Default empty.</summary>
    public string PathBase { get; set; } = string.Empty;

    /// <summary>The language of messages for requests that name none. Default <c>zh-CN</c>, as the service's.</summary>
    public string DefaultLanguage { get; set; } = "zh-CN";

    /// <summary>
    /// The clock behind windows, code lifetimes and delays. Default the system's; put a fake one here to skip the minute.
    /// Clients that the emulator creates do not share it: their timeouts keep to their own
    /// <see cref="GenAuthClientOptions.TimeProvider"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
