using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.AspNetCore.Internal.Tokens;

/// <summary>The keys that the service publishes, found by OpenID Connect Discovery and kept for half a day. Thread-safe.</summary>
internal sealed class SigningKeys
{
    private const int MaxBytes = 256 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly Func<HttpClient> _createClient;
    private readonly string _issuer;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private Task<IReadOnlyCollection<SecurityKey>?>? _fetch;
    private (IReadOnlyCollection<SecurityKey> Keys, long At)? _fetched;

    /// <param name="createClient">Creates the client that the SDK itself uses, so that keys come the way that its calls go.</param>
    /// <param name="issuer">Whose keys.</param>
    /// <param name="clock">The clock of the keys' lifetime.</param>
    /// <param name="logger">Where it says that the keys cannot be had.</param>
    public SigningKeys(Func<HttpClient> createClient, string issuer, TimeProvider clock, ILogger logger)
    {
        _createClient = createClient;
        _issuer = issuer;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>The keys; null when there are none to be had. Requests at once share one fetch.</summary>
    public Task<IReadOnlyCollection<SecurityKey>?> GetAsync() => GetAsync(Lifetime);

    /// <summary>The keys after one was missing: fetched again, but not more than once a minute, because anybody can send tokens with unknown keys.</summary>
    public Task<IReadOnlyCollection<SecurityKey>?> RefreshAsync() => GetAsync(ShortestLifetime);

    private Task<IReadOnlyCollection<SecurityKey>?> GetAsync(TimeSpan lifetime)
    {
        lock (_gate)
        {
            if (_fetched is { } fetched && _clock.GetElapsedTime(fetched.At) < lifetime)
                return Task.FromResult<IReadOnlyCollection<SecurityKey>?>(fetched.Keys);

            return _fetch is { IsCompleted: false } running ? running : _fetch = FetchAsync();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the keys away, nobody is signed in.")]
    private async Task<IReadOnlyCollection<SecurityKey>?> FetchAsync()
    {
        try
        {
            using HttpClient client = _createClient();
            client.MaxResponseContentBufferSize = MaxBytes;
            client.Timeout = Patience;
            byte[] discovery = await client.GetByteArrayAsync(new Uri(_issuer + "/.well-known/openid-configuration")).ConfigureAwait(false);
            byte[] keys = await client.GetByteArrayAsync(FindKeys(discovery)).ConfigureAwait(false);

            SecurityKey[] fetched = ReadKeys(keys);
            lock (_gate)
                _fetched = (fetched, _clock.GetTimestamp());
            return fetched;
        }
        catch (Exception exception)
        {
            _logger.KeysUnreachable(exception.GetType().Name);
            return null;
        }
    }

    // A failure in the service's own envelope is JSON too, and reads as a set without keys.
    private static SecurityKey[] ReadKeys(byte[] json)
    {
        SecurityKey[] keys = [.. JsonWebKeySet.Create(Encoding.UTF8.GetString(json)).GetSigningKeys()];
        return keys.Length > 0 ? keys : throw new InvalidDataException("There are no keys.");
    }

    private Uri FindKeys(byte[] discovery)
    {
        using JsonDocument document = JsonDocument.Parse(discovery);
        if (document.RootElement.GetProperty("issuer").GetString() != _issuer)
            throw new InvalidDataException("The discovery document is another issuer's.");

        var keys = new Uri(document.RootElement.GetProperty("jwks_uri").GetString()!, UriKind.Absolute);
        return keys.Scheme == Uri.UriSchemeHttps || keys.Scheme == new Uri(_issuer).Scheme
            ? keys
            : throw new InvalidDataException("The keys are not where they would be safe on their way.");
    }
}
