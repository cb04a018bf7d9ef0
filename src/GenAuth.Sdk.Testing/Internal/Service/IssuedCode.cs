namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A code that an SMS brought, and what became of it.</summary>
internal sealed class IssuedCode(long id, Recipient recipient, string code)
{
    public long Id { get; } = id;

    public Recipient Recipient { get; } = recipient;

    public string Code { get; } = code;

    public int WrongTries { get; set; }

    /// <summary>How it ended before its time was over; null when it did not.</summary>
    public CodeState? EndedAs { get; set; }
}
