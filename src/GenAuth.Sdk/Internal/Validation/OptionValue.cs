namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Repeats the value of an option in a message.</summary>
internal static class OptionValue
{
    private const int Longest = 100;

    /// <summary>Nothing where the value could spoil a log: control characters would start lines of their own.</summary>
    public static string Describe(string? value) =>
        value is not null && value.Length <= Longest && (value.Length == 0 || HeaderValue.IsValid(value)) ? $", was \"{value}\"" : string.Empty;
}
