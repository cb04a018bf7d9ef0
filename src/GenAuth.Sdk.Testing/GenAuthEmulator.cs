using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography.X509Certificates;

using GenAuth.Sdk.Testing.Internal;
#if NET10_0_OR_GREATER
using GenAuth.Sdk.Testing.Internal.Pages;
#endif
using GenAuth.Sdk.Testing.Internal.Service;
using GenAuth.Sdk.Testing.Internal.Service.Operations;
using GenAuth.Sdk.Testing.Internal.Service.Tokens;
using GenAuth.Sdk.Testing.Internal.Transports;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing;

/// <summary>
/// A local GenAuth for tests: answers the operations of the client as the service does, keeps the SMSes in an
/// <see cref="Inbox"/>, and fails on demand. Thread-safe; emulators know nothing of each other.
/// </summary>
public sealed class GenAuthEmulator : IAsyncDisposable, IDisposable
{
    private const string PlaceholderHost = "https://genauth.invalid";

    private readonly EmulatorSettings _settings;
    private readonly ServiceState _state;
    private readonly EmulatedService _service;
    private readonly RequestDispatcher _dispatcher;
    private KestrelListener? _listener;
    private HttpClient? _httpClient;

    /// <summary>Creates an emulator without sockets, for <see cref="CreateClient"/> and <see cref="CreateHandler"/>.</summary>
    /// <param name="options">How it behaves; null takes the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> is invalid; the message names every error.</exception>
    public GenAuthEmulator(GenAuthEmulatorOptions? options = null)
    {
        _settings = new EmulatorSettings(options ?? new GenAuthEmulatorOptions(), nameof(options));
        _state = new ServiceState(_settings);
        IReadOnlyList<EmulatedOperation> operations = OperationList.Create(_state);
        Faults = new FaultInjector([.. operations.Select(operation => operation.Name)], _state.Changes);
        _service = new EmulatedService(_state, operations, Faults);
        _dispatcher = new RequestDispatcher(_service, Faults, _settings.Clock);
        AppHost = new Uri(PlaceholderHost + _settings.PathBase);
    }

    /// <summary>Where it listens, with the path base. Without sockets a placeholder that leads nowhere.</summary>
    public Uri AppHost { get; private set; }

    /// <summary>The application it knows, see <see cref="GenAuthEmulatorOptions.AppId"/>.</summary>
    public string AppId => _settings.AppId;

    /// <summary>The SMSes it accepted.</summary>
    public SmsInbox Inbox => _state.Inbox;

    /// <summary>The users that can sign in: those that were added here, and those that signed up.</summary>
    public UserDirectory Users => _state.Users;

    /// <summary>What goes wrong, and when.</summary>
    public FaultInjector Faults { get; }

    /// <summary>
    /// How many requests came in, for whatever path and with whatever response. Not counted are a browser's preflights,
    /// requests for another host, see <see cref="GenAuthEmulatorOptions.AllowedHosts"/>, and those below <c>/_genauth</c>.
    /// </summary>
    public int RequestCount => _service.RequestCount;

    /// <summary>Its certificate, when it listens on https: compare thumbprints to trust it. Disposed with the emulator.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>
    /// What requests below <c>/_genauth</c> must bring along as <c>Authorization: Bearer</c>, when the emulator listens on more
    /// than a loopback address, see <see cref="GenAuthEmulatorOptions.Host"/>; else null. Made at random at the start. The inbox page asks for it.
    /// </summary>
    public string? BearerToken { get; private set; }

    /// <summary>
    /// Starts an emulator that also listens: on a free port of 127.0.0.1, unless <see cref="GenAuthEmulatorOptions.Port"/> and
    /// <see cref="GenAuthEmulatorOptions.Host"/> say otherwise. On .NET 10 it has a page at <c>/_genauth/</c> that shows the codes,
    /// and a REST API for tests in any language, which <c>/_genauth/openapi.json</c> describes.
    /// </summary>
    /// <param name="options">How it behaves; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The emulator, ready for requests.</returns>
    /// <exception cref="ArgumentException"><paramref name="options"/> is invalid; the message names every error.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GenAuthEmulator> StartAsync(GenAuthEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new GenAuthEmulator(options);
        try
        {
            await emulator.ListenAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Options for a client of this emulator: its <see cref="AppId"/> and <see cref="AppHost"/>, and that http is allowed where
    /// <see cref="GenAuthEmulatorOptions.Host"/> names another host than this machine.
    /// </summary>
    /// <returns>New options, to be changed at will.</returns>
    public GenAuthClientOptions CreateClientOptions() => new() { AppId = AppId, AppHost = AppHost, AllowInsecureHttp = IsInsecure };

    /// <summary>
    /// Creates a client of this emulator: over its port when it listens on http of this machine, else over
    /// <see cref="CreateHandler"/> (nobody trusts the certificate of an https one, and a named host may be known to others only).
    /// </summary>
    /// <param name="configure">Changes the client's options.</param>
    /// <returns>The client. There is nothing to dispose but the emulator.</returns>
    public AuthenticationClient CreateClient(Action<GenAuthClientOptions>? configure = null)
    {
        GenAuthClientOptions options = CreateClientOptions();
        configure?.Invoke(options);
        return new AuthenticationClient(GetHttpClient(), options);
    }

    /// <summary>Creates a handler that answers without sockets, in exactly the way the port does. The host of the request does not matter, its path does.</summary>
    /// <remarks>
    /// The handler acts as the client's own one with the network behind it: it decompresses, and where a fault breaks the
    /// connection it throws what that handler throws. Each request counts as a connection of its own, and one that
    /// <see cref="Fault.Refuse"/> applies to never leaves.
    /// </remarks>
    /// <returns>A primary handler; its disposal does not end the emulator.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_dispatcher);

    /// <summary>
    /// Redeems a code without HTTP, as the login or binding that follows an SMS does. A code is good once, until it expires,
    /// until a new one is sent to the same number for the same channel, and until too many wrong ones were tried.
    /// </summary>
    /// <param name="channel">What the code was requested for.</param>
    /// <param name="phoneNumber">The number in any spelling, with or without its country code.</param>
    /// <param name="code">The code to try. A wrong one counts, see <see cref="GenAuthEmulatorOptions.MaxWrongCodes"/>.</param>
    /// <param name="phoneCountryCode">The country code; null or empty is +86.</param>
    /// <param name="appId">The application that the code was requested by; null is <see cref="AppId"/>.</param>
    /// <returns>Whether the code was right and is used up now.</returns>
    /// <exception cref="ArgumentException"><paramref name="phoneNumber"/> cannot be a phone number, <paramref name="phoneCountryCode"/> is no country code, or another argument is null.</exception>
    public bool Redeem(SmsChannel channel, string phoneNumber, string code, string? phoneCountryCode = null, string? appId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        WrittenNumber number = WrittenNumber.Parse(phoneNumber, nameof(phoneNumber));
        string countryCode = CountryCode.Normalize(phoneCountryCode)
            ?? throw new ArgumentException("A country code is \"+\" and digits, \"+86\" for example, or null for +86.", nameof(phoneCountryCode));

        return number.ToNational(countryCode) is { } national
            && _state.Redeem(new Recipient(appId ?? AppId, countryCode, national, channel.Value), code);
    }

    /// <summary>
    /// Creates an access token without a sign-in, good for two hours on the emulator's clock. Its issuer is the address of
    /// <see cref="AppHost"/>.
    /// </summary>
    /// <param name="user">Whose token it is: one of <see cref="Users"/>.</param>
    /// <param name="appId">The application that it is for; null is <see cref="AppId"/>.</param>
    /// <returns>The token, without <c>Bearer</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is null.</exception>
    public string CreateAccessToken(EmulatedUser user, string? appId = null)
    {
        ArgumentNullException.ThrowIfNull(user);

        string issuer = AppHost.ToString().TrimEnd('/') + "/oidc";
        return _state.Tokens.CreateAccessToken(user, appId ?? AppId, issuer, Scope.Default);
    }

    /// <summary>Ends the emulator: the port is closed, and whoever still waits for an SMS or a response gets an exception.</summary>
    /// <returns>A task that completes when the emulator has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        Close();
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
            await listener.DisposeAsync().ConfigureAwait(false);
        Certificate?.Dispose();
    }

    /// <summary>For containers that are disposed synchronously, which refuse what can only be disposed asynchronously.</summary>
    [SuppressMessage("Design", "CA1063", Justification = "Code that disposes it by hand should await DisposeAsync.")]
    void IDisposable.Dispose()
    {
        Close();
        Interlocked.Exchange(ref _listener, null)?.Dispose();
        Certificate?.Dispose();
    }

#if NET10_0_OR_GREATER
    /// <summary>Serves requests that a host has looked at.</summary>
    internal HttpExchange CreateMountedExchange() => new(_dispatcher, hostFilter: null, new RestApi(_state, Faults, token: null).ServeAsync);
#endif

    /// <summary>Makes an application exist that a host under test is configured for.</summary>
    internal void AddApplication(string appId, Uri appHost) => _service.AddApplication(appId, appHost);

    private bool IsInsecure => AppHost.Scheme == Uri.UriSchemeHttp && !AppHost.IsLoopback;

    private void Close()
    {
        _state.Dispose();
        _dispatcher.Dispose();
        _httpClient?.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        Certificate = _settings.UseHttps ? EphemeralCertificate.Create() : null;
        var exchange = new HttpExchange(_dispatcher, new HostFilter(_settings.Address, _settings.AllowedHosts), CreateRestApi());
        _listener = await KestrelListener.StartAsync(_dispatcher, exchange, _settings.Address, Certificate, cancellationToken).ConfigureAwait(false);
        AppHost = new Uri(_settings.Address.ToUri(_settings.UseHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, _listener.Port), _settings.PathBase);
    }

#if NET10_0_OR_GREATER
    private RequestDelegate CreateRestApi()
    {
        BearerToken? token = _settings.Address.IsLoopback ? null : new BearerToken();
        BearerToken = token?.Value;
        return new RestApi(_state, Faults, token).ServeAsync;
    }
#else
    private static RequestDelegate? CreateRestApi() => null;
#endif

    // Connections of its own, so that none outlives the emulator, and no proxy between the two.
    private HttpClient GetHttpClient()
    {
        HttpMessageHandler CreatePrimary() => _listener is null || Certificate is not null || IsInsecure
            ? CreateHandler()
            : new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };

        return LazyInitializer.EnsureInitialized(ref _httpClient, () => new HttpClient(CreatePrimary()) { Timeout = Timeout.InfiniteTimeSpan });
    }
}
