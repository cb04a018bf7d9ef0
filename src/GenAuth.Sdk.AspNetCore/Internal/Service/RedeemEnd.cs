namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>How the try of a code ended, as far as a user may know.</summary>
internal enum RedeemEnd
{
    /// <summary>The code was right.</summary>
    Right,

    /// <summary>The code was wrong, or there is no such user, which nobody may learn.</summary>
    Wrong,

    /// <summary>The code was right, and the service wants more.</summary>
    MoreNeeded,

    /// <summary>The code was not used up.</summary>
    NothingHappened,

    /// <summary>The code may have been used up.</summary>
    Unknown,
}
