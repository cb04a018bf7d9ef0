using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Sdk.Internal.Privacy;

/// <summary>What a call carries that must not come back in an exception, a log line or a tag: numbers, codes, passwords, secrets, tokens, addresses.</summary>
internal readonly struct SensitiveValues
{
    private const string Mask = "***";

    // A shorter value stands in too many harmless texts: replacing "4" would mangle every request id.
    private const int ShortestMasked = 6;

    // Searching takes time in proportion to the length, so nobody may decide on the length alone.
    private const int LongestSearched = 64 * 1024;

    private const int DeepestCause = 16;

    private readonly string[] _values;

    public SensitiveValues(params string[] values) => _values = values;

    /// <summary>The length of the longest of the values.</summary>
    public int LongestLength => _values.Max(static value => value.Length);

    /// <summary>Replaces the values in <paramref name="text"/>, whichever way they are spelled; returns the same instance when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether more of the text exists, so that its end may be the beginning of a value.</param>
    public string Redact(string text, bool isCut = false)
    {
        List<TextRange>? found = null;
        UnescapedText? unescaped = UnescapedText.From(text);
        foreach (string value in _values)
        {
            if (value.Length < ShortestMasked)
                continue;

            Find(text, value, isCut, unescaped: null, ref found);
            if (unescaped is not null)
                Find(unescaped.Text, value, isCut, unescaped, ref found);
        }

        return found is null ? text : TextRange.Replace(text, found, Mask);
    }

    /// <summary>Whether <paramref name="text"/> holds a value too short to be replaced.</summary>
    public bool HasShortValue(string text)
    {
        UnescapedText? unescaped = UnescapedText.From(text);
        foreach (string value in _values)
        {
            if (value.Length < ShortestMasked && (Holds(text, value) || (unescaped is not null && Holds(unescaped.Text, value))))
                return true;
        }

        return false;
    }

    /// <summary>Whether an exception of somebody else's quotes a value or the credentials of a proxy.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "An exception that cannot be read cannot be shown to be clean.")]
    public bool AreIn(Exception exception)
    {
        try
        {
            return AreInText(exception.ToString()) || AreInPartsOf(exception, DeepestCause);
        }
        catch (Exception)
        {
            return true;
        }
    }

    // A stack trace is full of short numbers, so a short value is looked for in the messages only. ToString() leaves Data out.
    private bool AreInPartsOf(Exception exception, int depth)
    {
        if (depth == 0 || HasShortValue(exception.Message))
            return true;

        foreach (DictionaryEntry entry in exception.Data)
        {
            if (AreInDatum(entry.Key) || AreInDatum(entry.Value))
                return true;
        }

        if (exception is AggregateException aggregate)
            return AreInAnyOf(aggregate.InnerExceptions, depth - 1);

        return exception.InnerException is { } cause && AreInPartsOf(cause, depth - 1);
    }

    private bool AreInAnyOf(IEnumerable<Exception> exceptions, int depth)
    {
        foreach (Exception exception in exceptions)
        {
            if (AreInPartsOf(exception, depth))
                return true;
        }

        return false;
    }

    private bool AreInDatum(object? datum) => datum?.ToString() is { } text && (AreInText(text) || HasShortValue(text));

    private bool AreInText(string text) => text.Length > LongestSearched || UserInfo.IsIn(text) || !ReferenceEquals(text, Redact(text));

    private static bool Holds(string text, string value)
    {
        List<TextRange>? found = null;
        Find(text, value, isCut: false, unescaped: null, ref found);
        return found is not null;
    }

    private static void Find(string text, string value, bool isCut, UnescapedText? unescaped, ref List<TextRange>? found)
    {
        bool isDigits = DigitSequence.IsDigits(value);
        for (int at = 0; at < text.Length;)
        {
            TextRange range = isDigits ? DigitSequence.Find(text, value, at, isCut) : FindText(text, value, at);
            if (range.IsEmpty)
                return;

            (found ??= []).Add(unescaped?.GetOriginal(range) ?? range);
            at = range.End;
        }
    }

    // Servers change the case of header values. A form encodes a space as "+", which no escape sequence shows.
    private static TextRange FindText(string text, string value, int from)
    {
        int at = text.IndexOf(value, from, StringComparison.OrdinalIgnoreCase);
        if (at < 0 && value.Contains(' ', StringComparison.Ordinal))
            at = text.IndexOf(value.Replace(' ', '+'), from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? default : new TextRange(at, at + value.Length);
    }
}
