using System.Text;

using GenAuth.Sdk.Internal.Privacy;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Texts of a response in the form in which they may be kept: bounded, on one line where a log shows them, and without private values.</summary>
internal static class ResponseText
{
    private const int LongestKept = 1024;
    private const int LongestIdentifier = 128;

    // A percent-encoded character of three bytes takes nine.
    private const int LongestEscape = 9;

    /// <summary>The service's text for a person, cut at 1 KiB: no control characters and none that change the direction of writing.</summary>
    public static string CleanMessage(string message)
    {
        bool isClean = true;
        foreach (char c in message)
            isClean &= !IsDangerous(c);

        string clean = isClean ? message : new string([.. message.Select(static c => char.IsControl(c) ? ' ' : c).Where(static c => !IsDangerous(c))]);
        return Cut(clean);
    }

    /// <summary>An identifier, because it ends up in logs and messages; null when it could forge a log line.</summary>
    public static string? CleanIdentifier(string? value, SensitiveValues sensitive) =>
        value is { Length: <= LongestIdentifier } && HeaderValue.IsValid(value) ? sensitive.Redact(value) : null;

    /// <summary>The beginning of a body, at most 1 KiB. Empty when it holds a private value too short to be replaced.</summary>
    public static string CreateExcerpt(ReadOnlySpan<byte> body, SensitiveValues sensitive)
    {
        // Redact first, then cut. What follows the cut is read as far as a value may reach that begins before it.
        int length = Math.Min(body.Length, LongestKept + (LongestEscape * sensitive.LongestLength));
        string text = Encoding.UTF8.GetString(body.Slice(0, length));
        return sensitive.HasShortValue(text) ? string.Empty : Cut(sensitive.Redact(text, isCut: length < body.Length));
    }

    private static string Cut(string text)
    {
        if (text.Length * 3 <= LongestKept)
            return text;

        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length <= LongestKept)
            return text;

        int end = LongestKept;
        while ((utf8[end] & 0xC0) == 0x80)
            end--;
        return Encoding.UTF8.GetString(utf8, 0, end);
    }

    private static bool IsDangerous(char c) => c switch
    {
        < '\u007F' => c < ' ',
        <= '\u009F' => true,
        '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' => true,
        _ => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'),
    };
}
