using System.Net;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>Hands a code to the service.</summary>
internal sealed class CodeRedeemer
{
    private const int MfaRequired = 1635;
    private const int MfaBindingRequired = 1636;
    private const int PasswordResetRequired = 1639;
    private const int ProfileRequired = 1642;
    private const int ApplicationForbidden = 1576;

    private readonly AuthenticationClient _client;
    private readonly string _scope;
    private readonly bool _autoRegister;

    public CodeRedeemer(AuthenticationClient client, GenAuthPhoneSignInOptions options)
    {
        _client = client;
        _scope = options.Scope;
        _autoRegister = options.AutoRegister;
    }

    /// <summary>Signs in. A browser that leaves does not stop it, because the code cannot be given back.</summary>
    public async Task<RedeemResult> RedeemAsync(RequestedNumber number, string code, IPAddress? address)
    {
        try
        {
            var signInOptions = new SignInOptions { Scope = _scope, AutoRegister = _autoRegister };
            var requestOptions = new GenAuthRequestOptions { ClientIp = address };
            return Judge(await _client.SignInByPhonePassCodeAsync(number.NationalNumber, code, number.CountryCode, signInOptions, requestOptions, CancellationToken.None).ConfigureAwait(false));
        }
        catch (GenAuthException exception)
        {
            return new(exception.Outcome is RequestOutcome.NotProcessed ? RedeemEnd.NothingHappened : RedeemEnd.Unknown, Wait: (exception as GenAuthResponseException)?.RetryAfter);
        }
    }

    private static RedeemResult Judge(GenAuthResponse<LoginTokens> response) => response switch
    {
        { IsSuccess: true } => new(RedeemEnd.Right, response.Data),
        { ApiCode: MfaRequired or MfaBindingRequired or PasswordResetRequired or ProfileRequired or ApplicationForbidden } => new(RedeemEnd.MoreNeeded),
        { Outcome: not RequestOutcome.NotProcessed } => new(RedeemEnd.Unknown),
        { ApiCode: GenAuthApiCodes.UserNotFound or GenAuthApiCodes.UserLocked or GenAuthApiCodes.UserExists or GenAuthApiCodes.RegistrationDisabled } => new(RedeemEnd.Wrong),
        // The service refuses a code as malformed that it would never have sent.
        { ErrorKind: GenAuthErrorKind.InvalidCode or GenAuthErrorKind.InvalidArgument } => new(RedeemEnd.Wrong),
        _ => new(RedeemEnd.NothingHappened, Wait: response.RetryAfter),
    };
}
