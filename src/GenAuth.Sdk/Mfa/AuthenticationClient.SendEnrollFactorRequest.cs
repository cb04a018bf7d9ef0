using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Sends the code with which the signed-in user enrolls a phone as a second factor (<c>POST /api/v3/send-enroll-factor-request</c>).</summary>
    /// <remarks>
    /// <b>Sends an SMS</b>, so that it is never repeated after an unknown outcome, whatever
    /// <see cref="GenAuthRetryOptions.RetryUnknownOutcomes"/> says, and the service takes one a minute for a number.
    /// <see cref="EnrollFactorAsync"/> redeems the code, together with the token of the answer. A test double gives a refusal
    /// within the minute api code 4004, because 422 alone means <see cref="GenAuthErrorKind.ResendTooSoon"/> only in an answer
    /// of the service's.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="phoneNumber">The phone number that becomes a factor, as people type it, with or without its country code; see <see cref="PhoneNumber"/>.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. An SMS that was already sent cannot be called back.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>; on success <see cref="GenAuthResponse{TData}.Data"/> is the token for the
    /// second step. <see cref="GenAuthErrorKind.ResendTooSoon"/> means that the minute is not over,
    /// <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207 that the user is not signed in.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. An SMS may have been sent unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. An SMS may have been sent unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's, or a success without the token (<see cref="RequestOutcome.Processed"/>: an SMS was sent).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. An SMS may have been sent.</exception>
    public virtual Task<GenAuthResponse<ActionToken>> SendEnrollFactorRequestAsync(
        string accessToken,
        string phoneNumber,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        SendEnrollFactorRequestDto body = SendEnrollFactorRequestDto.Create(phoneNumber, phoneCountryCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.SendEnrollFactorRequestDto), [body.Profile.PhoneNumber])
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(SendEnrollFactorRequestDto.Operation, request, requestOptions, cancellationToken);
    }
}
