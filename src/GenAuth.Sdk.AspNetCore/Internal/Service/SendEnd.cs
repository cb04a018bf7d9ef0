namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>How a send ended, as far as a user may know.</summary>
internal enum SendEnd
{
    /// <summary>The service accepted it.</summary>
    Sent,

    /// <summary>The service may have sent a code.</summary>
    MayBeSent,

    /// <summary>The number is in its minute.</summary>
    TooSoon,

    /// <summary>Refused because of the user, which nobody may learn.</summary>
    Hidden,

    /// <summary>The service had too many requests.</summary>
    Limited,

    /// <summary>The service cannot read the number.</summary>
    Invalid,

    /// <summary>Nothing was sent, and a retry helps.</summary>
    Unavailable,

    /// <summary>Nothing was sent, and an operator must act.</summary>
    Impossible,
}
