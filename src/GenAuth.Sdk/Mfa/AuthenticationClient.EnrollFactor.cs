using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Enrolls a phone as a second factor of the signed-in user (<c>POST /api/v3/enroll-factor</c>).</summary>
    /// <remarks>
    /// The second step after <see cref="SendEnrollFactorRequestAsync"/>, which sent the code. Code and token are good once: a
    /// call that succeeds uses them up, and so may one whose outcome is unknown, which is never repeated.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="enrollmentToken">The <see cref="ActionToken.Value"/> of the first step. At most 8,192 characters.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. A factor that was already enrolled stays so.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>. <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired code
    /// (the service does not tell which), <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207 that the
    /// user is not signed in; the refusal of an expired or used token has no documented code.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The factor may have been enrolled and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The factor may have been enrolled and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The factor may have been enrolled and the code used.</exception>
    public virtual Task<GenAuthResponse> EnrollFactorAsync(
        string accessToken,
        string enrollmentToken,
        string passCode,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        EnrollFactorDto body = EnrollFactorDto.Create(enrollmentToken, passCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.EnrollFactorDto), [body.EnrollmentToken, body.EnrollmentData.PassCode])
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(EnrollFactorDto.Operation, request, requestOptions, cancellationToken);
    }
}
