namespace GenAuth.Sdk.Internal.Validation;

/// <summary>The shape of a language tag (BCP 47): <c>en</c>, <c>zh-CN</c>, <c>zh-Hant-TW</c>. Whether the service knows the language is its own affair.</summary>
internal static class LanguageTag
{
    private const int LongestTag = 35;
    private const int LongestSubtag = 8;

    public static bool IsValid(string value)
    {
        bool isFirst = true;
        int length = 0;
        foreach (char c in value)
        {
            if (c is '-')
            {
                if (!IsSubtag(length, isFirst))
                    return false;

                isFirst = false;
                length = 0;
            }
            else if (char.IsAsciiLetterOrDigit(c) && !(isFirst && char.IsAsciiDigit(c)))
            {
                length++;
            }
            else
            {
                return false;
            }
        }

        return value.Length <= LongestTag && IsSubtag(length, isFirst);
    }

    private static bool IsSubtag(int length, bool isFirst) => length >= (isFirst ? 2 : 1) && length <= LongestSubtag;
}
