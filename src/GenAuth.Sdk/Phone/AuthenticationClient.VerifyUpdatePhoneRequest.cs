using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Begins the change of the signed-in user's phone number (<c>POST /api/v3/verify-update-phone-request</c>).</summary>
    /// <remarks>
    /// Checks the codes; <see cref="UpdatePhoneAsync"/> then makes the change. That of the new number must have been sent with
    /// <see cref="SmsChannel.BindPhone"/>, that of the old one with <see cref="SmsChannel.UnbindPhone"/>. They are good once: a
    /// call that succeeds uses them up, and so may one whose outcome is unknown, which is never repeated.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="newPhone">The number that the user wants, and its code.</param>
    /// <param name="oldPhone">The number that the user has, and its code: only where the user pool demands it. Default null.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. Codes that were already used cannot be given back.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>; on success <see cref="GenAuthResponse{TData}.Data"/> is the token for the
    /// second step. <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired code (the service does not tell which),
    /// <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207 that the user is not signed in, 2035 that the
    /// new number is bound to an account already, 2229 and 2230 that it is the old one.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The codes may have been used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The codes may have been used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's, or a success without the token (<see cref="RequestOutcome.Processed"/>: the codes were used).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The codes may have been used.</exception>
    public virtual Task<GenAuthResponse<ActionToken>> VerifyUpdatePhoneRequestAsync(
        string accessToken,
        PhonePassCode newPhone,
        PhonePassCode? oldPhone = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        VerifyUpdatePhoneRequestDto body = VerifyUpdatePhoneRequestDto.Create(newPhone, oldPhone);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.VerifyUpdatePhoneRequestDto), body.PhonePassCodePayload.PrivateValues)
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(VerifyUpdatePhoneRequestDto.Operation, request, requestOptions, cancellationToken);
    }
}
