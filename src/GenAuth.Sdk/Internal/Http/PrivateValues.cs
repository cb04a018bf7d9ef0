namespace GenAuth.Sdk.Internal.Http;

/// <summary>What a call carries that must not come back in an exception or a log: phone number, access token, client address.</summary>
internal readonly struct PrivateValues
{
    private const string Mask = "***";

    private readonly string[] _values;

    public PrivateValues(string phoneNumber, CallHeaders headers)
    {
        bool hasOneForm = SmsRecipient.AreDigits(phoneNumber.AsSpan());
        _values = hasOneForm && headers is { AccessToken: null, ClientIp: null } ? [phoneNumber] : AllForms(phoneNumber, headers);
    }

    /// <summary>The length of the longest of them: as many characters before a cut may be the unrecognizable rest of one.</summary>
    public int LongestLength => _values[0].Length;

    public string MaskIn(string text)
    {
        foreach (string value in _values)
        {
            if (value.Length > 0)
                text = text.Replace(value, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>Whether an exception of somebody else's quotes what the server echoed.</summary>
    public bool AppearIn(Exception exception)
    {
        string text = exception.ToString();
        return !ReferenceEquals(text, MaskIn(text));
    }

    private static string[] AllForms(string phoneNumber, CallHeaders headers)
    {
        string[] values =
        [
            // A page that echoes the number may have encoded it or dropped its punctuation.
            phoneNumber,
            phoneNumber.Trim(),
            Uri.EscapeDataString(phoneNumber),
            new([.. phoneNumber.Where(char.IsAsciiDigit)]),
            headers.AccessToken ?? string.Empty,
            headers.ClientIp ?? string.Empty,
        ];

        // Longest first, or a short value inside a long one would leave the rest of it readable.
        Array.Sort(values, static (left, right) => right.Length.CompareTo(left.Length));
        return values;
    }
}
