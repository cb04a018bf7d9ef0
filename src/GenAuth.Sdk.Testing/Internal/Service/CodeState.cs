namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Whether a code can still be redeemed, and why not.</summary>
internal enum CodeState
{
    /// <summary>It can be redeemed.</summary>
    Active,

    /// <summary>It was redeemed.</summary>
    Used,

    /// <summary>Its lifetime is over.</summary>
    Expired,

    /// <summary>A newer code took its place, or too many wrong ones were tried.</summary>
    Void,
}
