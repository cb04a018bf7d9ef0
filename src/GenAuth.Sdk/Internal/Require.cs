namespace GenAuth.Sdk.Internal;

/// <summary>Checks of input that name the parameter and never repeat its value, which may be private.</summary>
internal static class Require
{
    /// <summary>Text that survives the way to the wire: not blank, no control characters, no half surrogate pairs.</summary>
    public static void Text(string? value, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(value, parameterName);

        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException("A value is required.", parameterName);

        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                i++;
            else if (char.IsControl(value[i]) || char.IsSurrogate(value[i]))
                throw new ArgumentException("The value holds a control character or half a surrogate pair.", parameterName);
        }
    }

    /// <summary>What may stand in an HTTP header without being rewritten or starting another one (RFC 9110, 5.5).</summary>
    public static bool IsHeaderValue(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return !string.IsNullOrWhiteSpace(value);
    }
}
