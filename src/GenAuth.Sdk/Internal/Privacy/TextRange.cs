using System.Text;

namespace GenAuth.Sdk.Internal.Privacy;

/// <summary>A part of a text, from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public bool IsEmpty => End == Start;

    /// <summary>Replaces the ranges, overlapping and adjacent ones as one.</summary>
    public static string Replace(string text, List<TextRange> ranges, string replacement)
    {
        ranges.Sort(static (left, right) => left.Start.CompareTo(right.Start));

        var replaced = new StringBuilder(text.Length);
        int copied = 0;
        for (int i = 0; i < ranges.Count;)
        {
            (int start, int end) = ranges[i];
            for (i++; i < ranges.Count && ranges[i].Start <= end; i++)
                end = Math.Max(end, ranges[i].End);

            replaced.Append(text, copied, start - copied).Append(replacement);
            copied = end;
        }

        return replaced.Append(text, copied, text.Length - copied).ToString();
    }
}
