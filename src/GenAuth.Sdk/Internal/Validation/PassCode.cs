using System.Globalization;
using System.Text;

namespace GenAuth.Sdk.Internal.Validation;

/// <summary>A one-time code as people type it.</summary>
internal static class PassCode
{
    private const int MaxLength = 64;

    /// <summary>Cuts surrounding spaces and makes decimal digits ASCII, because some keyboards type those of another script. The rest stays as it is.</summary>
    /// <exception cref="ArgumentException">The code is null, blank, longer than 64 characters, or holds a control character. The message does not repeat it.</exception>
    public static string Check(string passCode, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(passCode, parameterName);
        string trimmed = passCode.Trim();
        Guard.Text(trimmed, MaxLength, parameterName);

        var code = new StringBuilder(trimmed.Length);
        for (int i = 0; i < trimmed.Length; i++)
        {
            int digit = trimmed[i] <= '9' ? -1 : CharUnicodeInfo.GetDecimalDigitValue(trimmed, i);
            code.Append(digit < 0 ? trimmed[i] : (char)('0' + digit));
            if (digit >= 0 && char.IsSurrogatePair(trimmed, i))
                i++;
        }

        return code.ToString();
    }
}
