using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The codes that went out and were not redeemed yet.</summary>
internal sealed class IssuedCodes
{
    private readonly object _gate = new();
    private readonly List<IssuedCode> _codes = [];
    private readonly EmulatorSettings _settings;

    public IssuedCodes(EmulatorSettings settings) => _settings = settings;

    public string Issue(Recipient recipient)
    {
        string code = RandomNumberGenerator.GetString("0123456789", _settings.CodeLength);
        lock (_gate)
        {
            RemoveExpired();
            _codes.Add(new IssuedCode(recipient, code, _settings.Clock.GetTimestamp()));
        }

        return code;
    }

    /// <summary>Uses a code up; false when there is no such code. Applications are not told apart.</summary>
    public bool Redeem(string channel, string phoneCountryCode, string phoneNumber, string code)
    {
        lock (_gate)
        {
            int index = _codes.FindIndex(issued =>
                issued.Code == code
                && issued.Recipient.Channel == channel
                && issued.Recipient.PhoneCountryCode == phoneCountryCode
                && issued.Recipient.PhoneNumber == phoneNumber
                && !IsExpired(issued));

            if (index < 0)
                return false;

            _codes.RemoveAt(index);
            return true;
        }
    }

    // They expire in the order they were issued in, so that a long run need not look at all of them each time.
    private void RemoveExpired()
    {
        int firstGood = _codes.FindIndex(issued => !IsExpired(issued));
        _codes.RemoveRange(0, firstGood < 0 ? _codes.Count : firstGood);
    }

    private bool IsExpired(IssuedCode issued) => _settings.Clock.GetElapsedTime(issued.IssuedAt) >= _settings.CodeLifetime;

    private sealed record IssuedCode(Recipient Recipient, string Code, long IssuedAt);
}
