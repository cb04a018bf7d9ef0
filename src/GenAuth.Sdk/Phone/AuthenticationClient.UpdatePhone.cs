using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Changes the signed-in user's phone number (<c>POST /api/v3/update-phone</c>).</summary>
    /// <remarks>
    /// The second step after <see cref="VerifyUpdatePhoneRequestAsync"/>. The token is good once: a call that succeeds uses it
    /// up, and so may one whose outcome is unknown, which is never repeated.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="updatePhoneToken">The <see cref="ActionToken.Value"/> of the first step. At most 8,192 characters.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. A number that was already changed stays so.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>. <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207
    /// means that the user is not signed in; the refusal of an expired or used token has no documented code.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The number may have been changed and the token used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The number may have been changed and the token used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The number may have been changed and the token used.</exception>
    public virtual Task<GenAuthResponse> UpdatePhoneAsync(
        string accessToken,
        string updatePhoneToken,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        UpdatePhoneDto body = UpdatePhoneDto.Create(updatePhoneToken);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.UpdatePhoneDto), [body.UpdatePhoneToken])
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(UpdatePhoneDto.Operation, request, requestOptions, cancellationToken);
    }
}
