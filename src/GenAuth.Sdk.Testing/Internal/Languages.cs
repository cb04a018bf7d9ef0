namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Reads language tags.</summary>
internal static class Languages
{
    /// <summary>English for everything but <c>zh-CN</c>: a language the emulator has no texts in is still a language other than the default.</summary>
    public static Language Of(string tag) =>
        string.Equals(tag, "zh-CN", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
}
