namespace GenAuth.Sdk.AspNetCore;

/// <summary>What happened. The numbers are fixed; they are the ids of the log events too. The set may grow.</summary>
public enum PhoneSignInEventKind
{
    /// <summary>Never reported.</summary>
    None = 0,

    /// <summary>The service accepted a send.</summary>
    CodeSent = 1,

    /// <summary>Whether the service sent a code is unknown.</summary>
    SendUnknown = 2,

    /// <summary>The service refused a send: within the number's minute, or because of the user.</summary>
    SendRefused = 3,

    /// <summary>The service could not be reached, or refused a send because of its plan or configuration.</summary>
    SendFailed = 4,

    /// <summary>A limit was reached; <see cref="PhoneSignInEvent.Limit"/> says which.</summary>
    LimitReached = 5,

    /// <summary>A replaced limiter failed, and a send was refused because of it; <see cref="PhoneSignInEvent.Limit"/> says which.</summary>
    LimiterFailed = 6,

    /// <summary>The number's country is not allowed.</summary>
    CountryRefused = 7,

    /// <summary><see cref="GenAuthPhoneSignInOptions.CheckSend"/> refused a send, or threw.</summary>
    CheckFailed = 8,

    /// <summary>A user was signed in.</summary>
    SignedIn = 9,

    /// <summary>The code was wrong or expired, or there is no such user.</summary>
    WrongCode = 10,

    /// <summary>A code came from a browser that did not ask for it. The service was not asked.</summary>
    NotBound = 11,

    /// <summary>The code was right, but the service or the application wants more than it.</summary>
    MoreNeeded = 12,

    /// <summary>Nobody was signed in, because the service could not be reached or refused; the code is still good.</summary>
    SignInFailed = 13,

    /// <summary>Nobody was signed in, and the code may have been used up.</summary>
    SignInUnknown = 14,

    /// <summary>The id token of a right code was missing or invalid: nobody was signed in.</summary>
    TokenRefused = 15,

    /// <summary>A user was signed out.</summary>
    SignedOut = 16,
}
