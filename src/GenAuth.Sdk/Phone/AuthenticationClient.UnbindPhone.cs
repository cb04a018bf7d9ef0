using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Takes the signed-in user's phone number away (<c>POST /api/v3/unbind-phone</c>).</summary>
    /// <remarks>
    /// The code must have been sent to the user's number with <see cref="SmsChannel.UnbindPhone"/>. It is good once: a call
    /// that succeeds uses it up, and so may one whose outcome is unknown, which is never repeated.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. A number that was already removed stays away.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>. <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired code
    /// (the service does not tell which), <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207 that the
    /// user is not signed in, 2217 that the number is the only way to sign in.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The number may have been removed and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The number may have been removed and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The number may have been removed and the code used.</exception>
    public virtual Task<GenAuthResponse> UnbindPhoneAsync(
        string accessToken,
        string passCode,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        UnbindPhoneDto body = UnbindPhoneDto.Create(passCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.UnbindPhoneDto), [body.PassCode])
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(UnbindPhoneDto.Operation, request, requestOptions, cancellationToken);
    }
}
