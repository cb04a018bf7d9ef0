namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Checks of arguments. An error names the parameter and never repeats the value, because the value may be private.</summary>
internal static class Guard
{
    /// <summary>Text that survives the way to the wire: not blank, no control characters, no half surrogate pairs, bounded.</summary>
    /// <returns>The value.</returns>
    public static string Text(string? value, int maxLength, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(value, parameterName);

        if (value.Length > maxLength)
            throw new ArgumentException(FormattableString.Invariant($"The value is longer than {maxLength} characters."), parameterName);

        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException("A value is required.", parameterName);

        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                i++;
            else if (char.IsControl(value[i]) || char.IsSurrogate(value[i]))
                throw new ArgumentException("The value holds a control character or half a surrogate pair.", parameterName);
        }

        return value;
    }
}
