using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
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
    /// GenAuth's answer, <b>failures included</b>: check <see cref="GenAuthResponse.IsSuccess"/> or chain
    /// <see cref="SendSMSRespDto.EnsureSuccess"/>. The service accepts one SMS per phone number and channel a minute.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's. An SMS may have gone out unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. An SMS may have gone out.</exception>
    public virtual Task<SendSMSRespDto> SendSmsAsync(
        SmsChannel channel,
        string phoneNumber,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        SendSMSDto body = SendSMSDto.Create(channel, phoneNumber, phoneCountryCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.SendSMSDto), [body.PhoneNumber])
        {
            Channel = SmsChannel.ToTelemetryName(body.Channel),
        };
        return invoker.InvokeAsync(SendSMSDto.Operation, request, requestOptions, cancellationToken);
    }
}
