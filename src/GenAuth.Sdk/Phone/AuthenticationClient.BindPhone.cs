using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Gives the signed-in user, who has none, a phone number (<c>POST /api/v3/bind-phone</c>).</summary>
    /// <remarks>
    /// The code must have been sent with <see cref="SmsChannel.BindPhone"/>. It is good once: a call that succeeds uses it up,
    /// and so may one whose outcome is unknown, which is never repeated. A user who has a number changes it with
    /// <see cref="UpdatePhoneAsync"/>.
    /// </remarks>
    /// <param name="accessToken">The access token of the signed-in end user, with or without <c>Bearer </c> before it: printable ASCII without blanks, at most 8,192 characters.</param>
    /// <param name="phoneNumber">The phone number as people type it, with or without its country code; see <see cref="PhoneNumber"/>.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout. Its <see cref="GenAuthRequestOptions.AccessToken"/> must be null.</param>
    /// <param name="cancellationToken">Stops waiting. A number that was already bound stays.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>. <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired code
    /// (the service does not tell which), <see cref="GenAuthErrorKind.Unauthorized"/> or api code 2020, 2206 or 2207 that the
    /// user is not signed in, 2035 that the number is bound to an account already, 2226 that the user has a number.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The number may have been bound and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The number may have been bound and the code used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The number may have been bound and the code used.</exception>
    public virtual Task<GenAuthResponse> BindPhoneAsync(
        string accessToken,
        string phoneNumber,
        string passCode,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        string token = RequestHeaders.CheckToken(accessToken, nameof(accessToken));
        BindPhoneDto body = BindPhoneDto.Create(phoneNumber, passCode, phoneCountryCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.BindPhoneDto), [body.PhoneNumber, body.PassCode])
        {
            UserToken = token,
        };
        return invoker.InvokeAsync(BindPhoneDto.Operation, request, requestOptions, cancellationToken);
    }
}
