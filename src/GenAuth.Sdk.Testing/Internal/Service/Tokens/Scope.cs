namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>What a token is good for: names that are separated by spaces.</summary>
internal sealed class Scope
{
    /// <summary>The scope of a sign-in that names none.</summary>
    public static readonly Scope Default = new("openid profile phone");

    private readonly string[] _names;

    private Scope(string text) => _names = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Scope Parse(string? text) => text is null ? Default : new Scope(BoundedText.Cut(text)!);

    public bool Has(string name) => _names.Contains(name, StringComparer.Ordinal);

    public override string ToString() => string.Join(' ', _names);
}
