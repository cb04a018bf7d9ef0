namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A message in both languages.</summary>
internal sealed record LocalizedMessage(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
