using System.Text.RegularExpressions;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>The numbers that always get the same code.</summary>
internal sealed class TestNumbers
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    private readonly List<(WrittenNumber Number, string Code)> _numbers = [];
    private readonly List<(Regex Pattern, string Code)> _patterns = [];

    public TestNumbers(IEnumerable<KeyValuePair<string, string>> codes)
    {
        foreach ((string key, string code) in codes)
        {
            if (TryParseNumber(key) is { } number)
                _numbers.Add((number, code));
            else
                _patterns.Add((CreatePattern(key), code));
        }
    }

    public int Count => _numbers.Count + _patterns.Count;

    public static bool IsKey(string key)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(key) && (TryParseNumber(key) is not null || CreatePattern(key) is not null);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The code of a recipient's number; null when it is no test number.</summary>
    public string? FindCode(Recipient recipient) =>
        _numbers.Find(entry => entry.Number.ToNational(recipient.PhoneCountryCode) == recipient.PhoneNumber).Code
        ?? _patterns.Find(entry => Matches(entry.Pattern, recipient.PhoneNumber) || Matches(entry.Pattern, recipient.PhoneCountryCode + recipient.PhoneNumber)).Code;

    private static WrittenNumber? TryParseNumber(string key)
    {
        try
        {
            return WrittenNumber.Parse(key, nameof(key));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A pattern is checked on its own first, because "a)(b" is none and becomes one between parentheses.
    private static Regex CreatePattern(string key)
    {
        _ = new Regex(key, RegexOptions.NonBacktracking, MatchTimeout);
        return new Regex($@"\A(?:{key})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout);
    }

    private static bool Matches(Regex pattern, string number)
    {
        try
        {
            return pattern.IsMatch(number);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
