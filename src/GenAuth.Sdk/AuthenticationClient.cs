using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Resilience;
using GenAuth.Sdk.Internal.Telemetry;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenAuth.Sdk;

/// <summary>
/// Sends GenAuth's one-time SMS codes. Immutable and thread-safe: create one per application (or tenant) and keep it.
/// </summary>
/// <remarks>
/// A send <b>returns</b> whenever GenAuth answered, success or failure, and <b>throws</b> only when it did not. Either way
/// the caller learns whether an SMS went out, did not go out, or may have gone out, and with the default options the client
/// never sends a second one by itself. Methods are virtual and a protected constructor exists, so that it can be mocked.
/// </remarks>
public class AuthenticationClient
{
    private readonly GenAuthClientOptions _options;
    private readonly SendPipeline _pipeline;
    private readonly SendTelemetry _telemetry;

    /// <summary>Creates a client over connections that all clients created this way share. There is nothing to dispose.</summary>
    /// <param name="options">The application and how to reach it. Copied: later changes do not reach the client.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> is null or invalid; the message names every fault.</exception>
    public AuthenticationClient(GenAuthClientOptions options)
        : this(PrimaryHandler.Shared, options)
    {
    }

    /// <summary>Creates a client over an <see cref="HttpClient"/> of the caller's, which is never changed and never disposed.</summary>
    /// <param name="httpClient">
    /// Sends the requests. Its handlers apply: one that retries by itself may send a second SMS, and one that follows
    /// redirects may hand the phone number to another host. A <see cref="HttpClient.Timeout"/> shorter than
    /// <see cref="GenAuthClientOptions.AttemptTimeout"/> is honoured.
    /// </param>
    /// <param name="options">The application and how to reach it. Copied: later changes do not reach the client.</param>
    /// <param name="logger">Where sends are logged, without phone numbers or tokens; null logs nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="httpClient"/> or <paramref name="options"/> is null, or the options are invalid; the message names every fault.</exception>
    public AuthenticationClient(HttpClient httpClient, GenAuthClientOptions options, ILogger<AuthenticationClient>? logger = null)
        : this(httpClient, options, logger, meterFactory: null)
    {
    }

    internal AuthenticationClient(HttpClient httpClient, GenAuthClientOptions options, ILogger<AuthenticationClient>? logger, IMeterFactory? meterFactory)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        GenAuthClientOptionsValidator.ThrowIfInvalid(options, nameof(options));

        _options = options.Copy();
        _telemetry = new SendTelemetry(logger ?? NullLogger<AuthenticationClient>.Instance, Instruments.From(meterFactory), _options.AppHost!);
        _pipeline = new SendPipeline(new HttpTransport(httpClient, _options), _options, _telemetry);
    }

    /// <summary>For test doubles: creates a client that cannot send. A method that the double does not override throws an <see cref="InvalidOperationException"/> that names it.</summary>
    protected AuthenticationClient()
    {
        _options = null!;
        _pipeline = null!;
        _telemetry = null!;
    }

    /// <summary>Sends a one-time code by SMS (<c>POST /api/v3/send-sms</c>).</summary>
    /// <param name="channel">What the code is for.</param>
    /// <param name="phoneNumber">
    /// The phone number as people type it, with or without its country code: <c>188 0000 8888</c>, <c>+44 (0)7700 900123</c>.
    /// <see cref="PhoneNumber"/> says what is read; the service gets the digits alone.
    /// </param>
    /// <param name="phoneCountryCode">
    /// The country code, <c>+86</c> for example (<c>86</c>, <c>086</c> and <c>0086</c> mean the same); the number must not
    /// name another one. Null or empty leaves it to the number and then to the service, which takes +86. Other countries
    /// need an international SMS provider, set up in the GenAuth console.
    /// </param>
    /// <param name="requestOptions">What is special about this call: the end user's token, address, language; a timeout.</param>
    /// <param name="cancellationToken">Stops waiting. An SMS that was already accepted cannot be called back.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>: check <see cref="SendSMSRespDto.IsSuccess"/> or chain
    /// <see cref="SendSMSRespDto.EnsureSuccess"/>. The service accepts one SMS per phone number and channel a minute.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. An SMS may have gone out.</exception>
    public virtual async Task<SendSMSRespDto> SendSmsAsync(
        SmsChannel channel,
        string phoneNumber,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfTestDouble();
        SendSMSDto body = SendSMSDto.Create(channel, phoneNumber, phoneCountryCode);
        Call call = Call.Create(body, requestOptions, _options);

        using Activity? span = _telemetry.Start(call);
        try
        {
            SendSMSRespDto response = await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            _telemetry.Answered(call, response);
            return response;
        }
        catch (GenAuthException exception)
        {
            _telemetry.Failed(call, exception);
            throw;
        }
        catch (OperationCanceledException exception)
        {
            _telemetry.Cancelled(call, exception);
            throw;
        }
    }

    private void ThrowIfTestDouble([CallerMemberName] string method = "")
    {
        if (_pipeline is null)
            throw new InvalidOperationException($"{method} was not set up on this test double.");
    }
}
