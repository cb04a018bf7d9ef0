namespace GenAuth.Sdk;

/// <summary>The values of <see cref="GenAuthResponse.ApiCode"/> that matter when codes are sent and redeemed.</summary>
/// <remarks>The service knows many more and adds to them; compare with the ones you handle and let the rest fall through.</remarks>
public static class GenAuthApiCodes
{
    /// <summary>A captcha is required first.</summary>
    public const int CaptchaRequired = 2000;

    /// <summary>The code is wrong or expired (answered when a code is redeemed).</summary>
    public const int CodeWrongOrExpired = 2001;

    /// <summary>The user does not exist.</summary>
    public const int UserNotFound = 2004;

    /// <summary>The user is locked.</summary>
    public const int UserLocked = 2005;

    /// <summary>The application does not exist: check <see cref="GenAuthClientOptions.AppId"/>.</summary>
    public const int ApplicationNotFound = 2011;

    /// <summary>The user is not signed in: the operation, or the purpose of a code, needs the user's access token.</summary>
    public const int NotSignedIn = 2020;

    /// <summary>The user exists already (answered to a sign-up).</summary>
    public const int UserExists = 2026;

    /// <summary>A correct phone number or e-mail address must be supplied.</summary>
    public const int PhoneOrEmailRequired = 2028;

    /// <summary>Registration is switched off.</summary>
    public const int RegistrationDisabled = 2031;

    /// <summary>The phone number is already bound to an account.</summary>
    public const int PhoneAlreadyBound = 2035;

    /// <summary>An e-mail code was already sent to this address within the last minute.</summary>
    public const int EmailSentTooRecently = 2080;

    /// <summary>No application id was sent.</summary>
    public const int ApplicationIdRequired = 2101;

    /// <summary>The login has expired.</summary>
    public const int LoginExpired = 2206;

    /// <summary>The login information is wrong.</summary>
    public const int LoginInvalid = 2207;

    /// <summary>The phone number is the only way to sign in, so that it cannot be removed.</summary>
    public const int OnlySignInMethod = 2217;

    /// <summary>The user pool does not exist.</summary>
    public const int UserPoolNotFound = 2224;

    /// <summary>The user has a phone number: change it with <see cref="AuthenticationClient.UpdatePhoneAsync"/> instead of binding another.</summary>
    public const int PhoneChangeRequired = 2226;

    /// <summary>The new phone number is the one that the user has.</summary>
    public const int PhoneUnchanged = 2229;

    /// <summary>The new phone number and the old one are the same.</summary>
    public const int PhonesEqual = 2230;

    /// <summary>The code is expired (answered when a code is redeemed).</summary>
    public const int CodeExpired = 2300;

    /// <summary>An SMS code was already sent to this phone within the last minute.</summary>
    public const int SmsSentTooRecently = 4004;

    /// <summary>The plan or the balance does not allow it.</summary>
    public const int BillingLimit = 4021;
}
