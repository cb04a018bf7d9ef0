namespace GenAuth.Sdk.Internal.Validation;

/// <summary>How many characters the private texts of an operation may have, so that their redaction stays fast.</summary>
internal static class LongestText
{
    /// <summary>A user's token, and what the first step of an operation hands to the second.</summary>
    public const int Token = 8 * 1024;

    public const int Password = 1024;
}
