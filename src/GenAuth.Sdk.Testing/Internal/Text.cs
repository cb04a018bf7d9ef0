namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A message in both languages.</summary>
internal sealed record Text(string Chinese, string English)
{
    public string In(Language language) => language is Language.Chinese ? Chinese : English;
}
