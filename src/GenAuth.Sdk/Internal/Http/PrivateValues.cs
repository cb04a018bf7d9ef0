namespace GenAuth.Sdk.Internal.Http;

/// <summary>What a call carries that must not come back in an exception or a log: phone number, access token, client address.</summary>
internal sealed class PrivateValues
{
    private const string Mask = "***";

    private readonly string[] _values;

    public PrivateValues(string phoneNumber, CallHeaders headers)
    {
        // Longest first, or a short value inside a long one would leave the rest of it readable.
        _values = [.. Forms(phoneNumber)
            .Append(headers.AccessToken)
            .Append(headers.ClientIp)
            .OfType<string>()
            .Where(value => value.Length > 0)
            .OrderByDescending(value => value.Length)];
    }

    /// <summary>The length of the longest of them: as many characters before a cut may be the unrecognizable rest of one.</summary>
    public int LongestLength => _values[0].Length;

    public string MaskIn(string text)
    {
        foreach (string value in _values)
            text = text.Replace(value, Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Whether an exception of somebody else's quotes what the server echoed.</summary>
    public bool AppearIn(Exception exception)
    {
        string text = exception.ToString();
        return _values.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase));
    }

    // A page that echoes the number may have dropped its punctuation or encoded it.
    private static IEnumerable<string?> Forms(string phoneNumber) =>
    [
        phoneNumber,
        phoneNumber.Trim(),
        Uri.EscapeDataString(phoneNumber),
        new string([.. phoneNumber.Where(char.IsAsciiDigit)]),
    ];
}
