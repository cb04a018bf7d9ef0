using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The codes that can still be redeemed: one for each recipient, the latest.</summary>
internal sealed class IssuedCodes : IDisposable
{
    private readonly ExpiringMap<Recipient, IssuedCode> _codes;
    private readonly int _length;
    private readonly int _maxWrongTries;

    public IssuedCodes(object gate, EmulatorSettings settings)
    {
        _codes = new ExpiringMap<Recipient, IssuedCode>(gate, settings.CodeLifetime, settings.Clock);
        _length = settings.CodeLength;
        _maxWrongTries = settings.MaxWrongCodes;
    }

    /// <summary>Makes a code, in place of an earlier one to the same recipient.</summary>
    public string Issue(Recipient recipient)
    {
        string code = RandomNumberGenerator.GetString("0123456789", _length);
        _codes.Set(recipient, new IssuedCode(code));
        return code;
    }

    /// <summary>Whether the code could be redeemed now. Asking changes nothing.</summary>
    public bool Matches(Recipient recipient, string code) => _codes.TryGet(recipient, out IssuedCode issued) && issued.Code == code;

    /// <summary>Notes that somebody tried a wrong code: one time too many and the right one is void.</summary>
    public void CountWrongTry(Recipient recipient)
    {
        if (_codes.TryGet(recipient, out IssuedCode issued) && ++issued.WrongTries > _maxWrongTries)
            _codes.Remove(recipient);
    }

    /// <summary>Uses the code up.</summary>
    public void Use(Recipient recipient) => _codes.Remove(recipient);

    public void Dispose() => _codes.Dispose();

    private sealed class IssuedCode(string code)
    {
        public string Code { get; } = code;

        public int WrongTries { get; set; }
    }
}
