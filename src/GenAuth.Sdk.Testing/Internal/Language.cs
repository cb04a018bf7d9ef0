namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A language that the emulator has messages in.</summary>
internal sealed class Language
{
    public static readonly Language Chinese = new();

    public static readonly Language English = new();

    private Language()
    {
    }

    /// <summary>English for every tag but <c>zh-CN</c>: whoever asks for another language does not want the default.</summary>
    public static Language Parse(string tag) =>
        string.Equals(tag, "zh-CN", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
