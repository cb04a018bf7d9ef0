namespace GenAuth.Sdk.AspNetCore.Internal.Numbers;

/// <summary>The countries that codes are sent to. The longest beginning that fits decides, and of two equal ones the excluded.</summary>
internal sealed class AllowList
{
    private readonly IReadOnlyCollection<string> _allowed;
    private readonly IReadOnlyCollection<string> _excluded;

    public AllowList(IReadOnlyCollection<string> allowed, IReadOnlyCollection<string> excluded)
    {
        _allowed = [.. allowed];
        _excluded = [.. excluded];
    }

    /// <summary>A plus sign and 1 to 15 digits, the first of them no zero.</summary>
    public static bool IsBeginning(string? text) =>
        text is { Length: >= 2 and <= 16 } && text[0] == '+' && text[1] != '0' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    public bool Allows(RequestedNumber number) => MeasureLongest(_allowed, number) > MeasureLongest(_excluded, number);

    private static int MeasureLongest(IReadOnlyCollection<string> beginnings, RequestedNumber number)
    {
        int longest = 0;
        foreach (string beginning in beginnings)
        {
            if (beginning.Length > longest && number.Identity.StartsWith(beginning, StringComparison.Ordinal))
                longest = beginning.Length;
        }

        return longest;
    }
}
