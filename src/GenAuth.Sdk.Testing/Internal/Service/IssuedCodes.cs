using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The codes that can still be redeemed: one for each recipient, the latest.</summary>
internal sealed class IssuedCodes : IDisposable
{
    private readonly ExpiringMap<Recipient, IssuedCode> _codes;
    private readonly TestNumbers _testNumbers;
    private readonly string? _fixedCode;
    private readonly int _length;
    private readonly int _maxWrongTries;
    private readonly InboxLog _log;

    public IssuedCodes(object gate, EmulatorSettings settings, InboxLog log)
    {
        _codes = new ExpiringMap<Recipient, IssuedCode>(gate, settings.CodeLifetime, settings.Clock);
        _testNumbers = settings.TestNumbers;
        _fixedCode = settings.FixedCode;
        _length = settings.CodeLength;
        _maxWrongTries = settings.MaxWrongCodes;
        _log = log;
    }

    /// <summary>Makes a code, in place of an earlier one to the same recipient.</summary>
    public IssuedCode Issue(Recipient recipient)
    {
        End(recipient, CodeState.Void);
        var issued = new IssuedCode(_log.TakeId(), recipient, CreateCode(recipient));
        _codes.Set(recipient, issued);
        return issued;
    }

    /// <summary>Whether the code could be redeemed now. Asking changes nothing.</summary>
    public bool Matches(Recipient recipient, string code) => _codes.TryGet(recipient, out IssuedCode issued) && issued.Code == code;

    /// <inheritdoc cref="Matches(Recipient, string)"/>
    public bool Matches(SubmittedCode submitted) => submitted.Recipient is not null && Matches(submitted.Recipient, submitted.Code);

    /// <summary>What became of a code.</summary>
    public CodeState GetState(IssuedCode issued) =>
        issued.EndedAs ?? (_codes.TryGet(issued.Recipient, out IssuedCode current) && current == issued ? CodeState.Active : CodeState.Expired);

    /// <summary>Notes that somebody tried a wrong code: one time too many and the right one is void.</summary>
    public void CountWrongTry(Recipient recipient)
    {
        if (_codes.TryGet(recipient, out IssuedCode issued) && ++issued.WrongTries > _maxWrongTries)
            End(recipient, CodeState.Void);
    }

    /// <summary>Uses the code up.</summary>
    public void Use(Recipient recipient) => End(recipient, CodeState.Used);

    /// <summary>Voids all codes.</summary>
    public void Clear() => _codes.Clear();

    public void Dispose() => _codes.Dispose();

    private string CreateCode(Recipient recipient) =>
        _testNumbers.FindCode(recipient) ?? _fixedCode ?? RandomNumberGenerator.GetString("0123456789", _length);

    private void End(Recipient recipient, CodeState state)
    {
        if (_codes.TryGet(recipient, out IssuedCode issued))
        {
            issued.EndedAs = state;
            _log.Add(new InboxEvent.Ended(issued));
        }

        _codes.Remove(recipient);
    }
}
