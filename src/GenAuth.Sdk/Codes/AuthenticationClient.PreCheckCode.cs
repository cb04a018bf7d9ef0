using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Checks a code without using it up (<c>POST /api/v3/pre-check-code</c>).</summary>
    /// <remarks>
    /// <b>An oracle:</b> it tells whoever may call it whether a code is right, any number of times. Never offer it to the
    /// network as it is; put it behind a limit of tries per number and per address, or leave it out: the operation that
    /// redeems the code checks it as well. Because it only reads, it is repeated after an unknown outcome by default.
    /// </remarks>
    /// <param name="channel">What the code was sent for.</param>
    /// <param name="phoneNumber">The phone number as people type it, with or without its country code; see <see cref="PhoneNumber"/>.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <param name="requestOptions">What is special about this call: the end user's token, address, language; a timeout.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures and wrong codes included</b>: check <see cref="PreCheckCodeRespDto.IsValid"/> or chain
    /// <see cref="PreCheckCodeRespDto.EnsureValid"/>.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came, after retries.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed, after retries.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's, or a success without the member <c>isValid</c>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it.</exception>
    public virtual Task<PreCheckCodeRespDto> PreCheckCodeAsync(
        SmsChannel channel,
        string phoneNumber,
        string passCode,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        PreCheckCodeDto body = PreCheckCodeDto.Create(channel, phoneNumber, passCode, phoneCountryCode);
        var request = new OperationRequest(
            JsonBody.Serialize(body, GenAuthJsonContext.Default.PreCheckCodeDto),
            [body.SmsCodePayload.Phone, body.SmsCodePayload.PassCode])
        {
            Channel = SmsChannel.ToTelemetryName(body.SmsCodePayload.Channel),
        };
        return invoker.InvokeAsync(PreCheckCodeDto.Operation, request, requestOptions, cancellationToken);
    }
}
