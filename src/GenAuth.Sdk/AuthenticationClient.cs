using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Telemetry;
using GenAuth.Sdk.Internal.Validation;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenAuth.Sdk;

/// <summary>
/// Sends GenAuth's one-time SMS codes and redeems them: signs users in and up, changes their phones and passwords, enrolls
/// factors, deletes accounts. Immutable and thread-safe: create one per application (or tenant) and keep it.
/// </summary>
/// <remarks>
/// An operation <b>returns</b> whenever GenAuth answered, success or failure, and <b>throws</b> only when it did not. Either
/// way the caller learns whether it was done, was not done, or may have been done, and with the default options the client
/// never sends a second SMS by itself. Methods are virtual and a protected constructor exists, so that it can be mocked.
/// </remarks>
public partial class AuthenticationClient
{
    private readonly OperationInvoker? _invoker;

    /// <summary>Creates a client over connections that all clients created this way share. There is nothing to dispose.</summary>
    /// <param name="options">The application and how to reach it. Copied: later changes do not reach the client.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> is null or invalid; the message names every fault.</exception>
    public AuthenticationClient(GenAuthClientOptions options)
        : this(PrimaryHandler.GetSharedClient(options?.AppHost), options!)
    {
    }

    /// <summary>Creates a client over an <see cref="HttpClient"/> of the caller's, which is never changed and never disposed.</summary>
    /// <param name="httpClient">
    /// Sends the requests. A <see cref="HttpClient.Timeout"/> shorter than <see cref="GenAuthClientOptions.AttemptTimeout"/>
    /// ends an attempt, its body included. <c>DefaultRequestVersion</c> and <c>DefaultVersionPolicy</c> are honoured where
    /// the platform has them. Its handlers apply: one that retries by itself may send a second SMS, one that reads the
    /// request body makes failures to connect look like later ones, and one that follows redirects may hand the phone
    /// number to another host; an answer from there is a <see cref="GenAuthResponseException"/>.
    /// </param>
    /// <param name="options">The application and how to reach it. Copied: later changes do not reach the client.</param>
    /// <param name="logger">Where sends are logged, without phone numbers or tokens; null logs nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="httpClient"/> or <paramref name="options"/> is null, or the options are invalid; the message names every fault.</exception>
    public AuthenticationClient(HttpClient httpClient, GenAuthClientOptions options, ILogger<AuthenticationClient>? logger = null)
        : this(httpClient, options, logger, meterFactory: null)
    {
    }

    internal AuthenticationClient(HttpClient httpClient, GenAuthClientOptions options, ILogger<AuthenticationClient>? logger, IMeterFactory? meterFactory, string? clientKey = null)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        GenAuthClientOptionsValidator.ThrowIfInvalid(options, nameof(options));

        GenAuthClientOptions copy = options.Copy();
        var telemetry = new CallTelemetry(logger ?? NullLogger<AuthenticationClient>.Instance, Instruments.From(meterFactory), copy.AppHost!, clientKey);
        _invoker = new OperationInvoker(httpClient, copy, telemetry);
    }

    /// <summary>For mocking libraries: creates a client that cannot send. Override the methods that a test uses; the others throw <see cref="InvalidOperationException"/>.</summary>
    protected AuthenticationClient()
    {
    }

    private OperationInvoker GetInvoker([CallerMemberName] string method = "") =>
        _invoker ?? throw new InvalidOperationException(method + " was not set up on this test double.");
}
