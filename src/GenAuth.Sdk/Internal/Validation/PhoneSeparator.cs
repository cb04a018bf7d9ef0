using System.Globalization;

namespace GenAuth.Sdk.Internal.Validation;

/// <summary>What people put between the digits of a phone number: the visual separators of RFC 3966 and what stands for them.</summary>
internal static class PhoneSeparator
{
    public static bool IsOne(char c, UnicodeCategory category) =>
        category is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation
        || c is '.' or '．' or '/' or '／' or '\u2212' or '(' or '（' or ')' or '）';
}
