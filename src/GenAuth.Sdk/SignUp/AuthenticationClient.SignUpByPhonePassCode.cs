using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Creates an account for a phone number and the code it received (<c>POST /api/v3/signup</c>).</summary>
    /// <remarks>
    /// The code must have been sent with <see cref="SmsChannel.Register"/>. It is good once: a sign-up that succeeds uses it
    /// up, and so may one whose outcome is unknown, which is never repeated. The application's credentials are never sent.
    /// The answer says who the user is and does not sign in. <see cref="GenAuthRequestOptions.ClientIp"/> also goes into the body.
    /// </remarks>
    /// <param name="phoneNumber">The phone number as people type it, with or without its country code; see <see cref="PhoneNumber"/>.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <param name="profile">What else is known of the user. Null sends nothing.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout.</param>
    /// <param name="cancellationToken">Stops waiting. An account that was already created stays.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>; on success <see cref="GenAuthResponse{TData}.Data"/> is the new user.
    /// <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired code (the service does not tell which), api code
    /// 2026 that the user exists, 2031 that registration is disabled.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. An account may have been created unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. An account may have been created unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's, or a success without the user's id (<see cref="RequestOutcome.Processed"/>: an account was created).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. An account may have been created.</exception>
    public virtual Task<GenAuthResponse<GenAuthUser>> SignUpByPhonePassCodeAsync(
        string phoneNumber,
        string passCode,
        string? phoneCountryCode = null,
        SignUpProfile? profile = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        SignUpDto body = SignUpDto.Create(phoneNumber, passCode, phoneCountryCode, profile, RequestHeaders.FormatClientIp(requestOptions?.ClientIp));
        var request = new OperationRequest(
            JsonBody.Serialize(body, GenAuthJsonContext.Default.SignUpDto, nameof(profile)),
            [body.PassCodePayload.Phone, body.PassCodePayload.PassCode, .. body.Profile?.PrivateValues ?? []]);
        return invoker.InvokeAsync(SignUpDto.Operation, request, requestOptions, cancellationToken);
    }
}
