namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Cuts what requests bring, because the emulator keeps it.</summary>
internal static class BoundedText
{
    public const int MaxLength = 256;

    /// <summary>The beginning of a text, without half a surrogate pair at its end.</summary>
    public static string? Cut(string? text, int maxLength = MaxLength)
    {
        if (text is null || text.Length <= maxLength)
            return text;
        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
