using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Begins the reset of a forgotten password (<c>POST /api/v3/verify-reset-password-request</c>).</summary>
    /// <remarks>
    /// Checks the code, which must have been sent with <see cref="SmsChannel.ResetPassword"/>; <see cref="ResetPasswordAsync"/>
    /// then sets the new password. The code is good once: a call that succeeds uses it up, and so may one whose outcome is
    /// unknown, which is never repeated.
    /// </remarks>
    /// <param name="phoneNumber">The phone number of the user, as people type it, with or without its country code; see <see cref="PhoneNumber"/>.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout.</param>
    /// <param name="cancellationToken">Stops waiting. A code that was already used cannot be given back.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>; on success <see cref="GenAuthResponse{TData}.Data"/> is the token for the
    /// second step: whoever has it can set the password. <see cref="GenAuthErrorKind.InvalidCode"/> means a wrong or expired
    /// code (the service does not tell which), api code 2004 that there is no such user.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The code may have been used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The code may have been used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's, or a success without the token (<see cref="RequestOutcome.Processed"/>: the code was used).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The code may have been used.</exception>
    public virtual Task<GenAuthResponse<ActionToken>> VerifyResetPasswordRequestAsync(
        string phoneNumber,
        string passCode,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        VerifyResetPasswordRequestDto body = VerifyResetPasswordRequestDto.Create(phoneNumber, passCode, phoneCountryCode);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.VerifyResetPasswordRequestDto), [body.PhonePassCodePayload.PhoneNumber, body.PhonePassCodePayload.PassCode]);
        return invoker.InvokeAsync(VerifyResetPasswordRequestDto.Operation, request, requestOptions, cancellationToken);
    }
}
