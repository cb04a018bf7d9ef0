using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

public partial class AuthenticationClient
{
    /// <summary>Sets a new password for a forgotten one (<c>POST /api/v3/reset-password</c>).</summary>
    /// <remarks>
    /// The second step after <see cref="VerifyResetPasswordRequestAsync"/>. The token is good once: a call that succeeds uses
    /// it up, and so may one whose outcome is unknown, which is never repeated. The password travels as it is, inside TLS, and
    /// the memory it was sent from is cleared when the call ends.
    /// </remarks>
    /// <param name="passwordResetToken">The <see cref="ActionToken.Value"/> of the first step. At most 8,192 characters.</param>
    /// <param name="password">The new password, as the user typed it. At most 1,024 characters, not blank, no control characters; the user pool may ask for more.</param>
    /// <param name="requestOptions">What is special about this call: the end user's address, language; a timeout.</param>
    /// <param name="cancellationToken">Stops waiting. A password that was already changed stays so.</param>
    /// <returns>
    /// GenAuth's answer, <b>failures included</b>: a password that the user pool thinks too weak, for example. The refusal of
    /// an expired or used token has no documented code.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, its value is not repeated, and nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is a test double that does not override this method.</exception>
    /// <exception cref="GenAuthConnectionException">No answer came. The password may have been changed and the token used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthTimeoutException">A timeout of the client passed. The password may have been changed and the token used unless <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/>.</exception>
    /// <exception cref="GenAuthResponseException">An answer came that is not GenAuth's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it. The password may have been changed and the token used.</exception>
    public virtual Task<GenAuthResponse> ResetPasswordAsync(
        string passwordResetToken,
        string password,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        OperationInvoker invoker = GetInvoker();
        ResetPasswordDto body = ResetPasswordDto.Create(passwordResetToken, password);
        var request = new OperationRequest(JsonBody.Serialize(body, GenAuthJsonContext.Default.ResetPasswordDto), [body.PasswordResetToken, body.Password]);
        return invoker.InvokeAsync(ResetPasswordDto.Operation, request, requestOptions, cancellationToken);
    }
}
