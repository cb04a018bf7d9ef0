namespace GenAuth.Sdk.Analyzers;

/// <summary>How many characters must be added, removed or replaced to get from one text to another (Levenshtein).</summary>
internal static class EditDistance
{
    public static bool IsWithin(int limit, string left, string right) => Math.Abs(left.Length - right.Length) <= limit && Measure(left, right) <= limit;

    private static int Measure(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = left[i - 1] == right[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[right.Length];
    }
}
