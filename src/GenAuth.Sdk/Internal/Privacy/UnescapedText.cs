using System.Net;
using System.Text;

namespace GenAuth.Sdk.Internal.Privacy;

/// <summary>A text with the escapes of URLs, JSON and HTML undone, and the place where each character stood.</summary>
internal sealed class UnescapedText
{
    private const int LongestEntity = 10;

    private readonly int[] _starts;

    private UnescapedText(string text, int[] starts)
    {
        Text = text;
        _starts = starts;
    }

    public string Text { get; }

    /// <summary>Null when there is nothing to undo.</summary>
    public static UnescapedText? From(string escaped)
    {
        if (escaped.AsSpan().IndexOfAny('%', '\\', '&') < 0)
            return null;

        var text = new StringBuilder(escaped.Length);
        var starts = new List<int>(escaped.Length + 1);
        for (int at = 0; at < escaped.Length;)
        {
            (string Characters, int Length) read = Read(escaped, at);
            text.Append(read.Characters);
            for (int i = 0; i < read.Characters.Length; i++)
                starts.Add(at);
            at += read.Length;
        }

        starts.Add(escaped.Length);
        return text.Length == escaped.Length ? null : new UnescapedText(text.ToString(), [.. starts]);
    }

    /// <summary>Where a part of <see cref="Text"/> stands in the escaped text.</summary>
    public TextRange GetOriginal(TextRange range) => new(_starts[range.Start], _starts[range.End]);

    private static (string Characters, int Length) Read(string text, int at) => text[at] switch
    {
        '%' => ReadPercent(text, at),
        '\\' => ReadBackslash(text, at),
        '&' => ReadEntity(text, at),
        _ => (text[at].ToString(), 1),
    };

    private static (string Characters, int Length) ReadPercent(string text, int at)
    {
        if (ReadByte(text, at) is not { } first)
            return ("%", 1);

        int count = first switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        byte[] utf8 = new byte[count];
        for (int i = 0; i < count; i++)
        {
            if (ReadByte(text, at + (3 * i)) is not { } next)
                return ("%", 1);
            utf8[i] = next;
        }

        return (Encoding.UTF8.GetString(utf8), 3 * count);
    }

    private static byte? ReadByte(string text, int at) =>
        at + 2 < text.Length && text[at] == '%' && ReadHex(text, at + 1, 2) is { } value ? (byte)value : null;

    private static (string Characters, int Length) ReadBackslash(string text, int at)
    {
        if (at + 1 == text.Length)
            return ("\\", 1);

        return text[at + 1] switch
        {
            'u' when ReadHex(text, at + 2, 4) is { } value => (((char)value).ToString(), 6),
            '/' or '\\' or '"' => (text[at + 1].ToString(), 2),
            _ => ("\\", 1),
        };
    }

    private static (string Characters, int Length) ReadEntity(string text, int at)
    {
        int end = text.IndexOf(';', at, Math.Min(LongestEntity, text.Length - at));
        if (end < 0)
            return ("&", 1);

        string entity = text.Substring(at, end - at + 1);
        string decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity ? ("&", 1) : (decoded, entity.Length);
    }

    private static int? ReadHex(string text, int at, int count)
    {
        if (at + count > text.Length)
            return null;

        int value = 0;
        for (int i = at; i < at + count; i++)
        {
            int digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                _ => -1,
            };
            if (digit < 0)
                return null;
            value = (value << 4) | digit;
        }

        return value;
    }
}
