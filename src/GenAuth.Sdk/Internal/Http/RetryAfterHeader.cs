using System.Globalization;
using System.Net.Http.Headers;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>How long a server asks to wait (RFC 9110, 10.2.3).</summary>
internal static class RetryAfterHeader
{
    private const string Name = "Retry-After";

    /// <summary>
    /// The wait from now on. Zero for a moment that has passed; a fraction of a second is rounded up; <see cref="TimeSpan.MaxValue"/>
    /// for more seconds than a 32-bit number holds. Null when none or nonsense was sent; of several the longest.
    /// </summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (!headers.TryGetValues(Name, out IEnumerable<string>? values))
            return null;

        TimeSpan? longest = null;
        foreach (string value in values)
        {
            if (Parse(value.Trim(), clock) is { } wait && (longest is null || wait > longest))
                longest = wait;
        }

        return longest;
    }

    private static TimeSpan? Parse(string value, TimeProvider clock)
    {
        if (IsNumber(value))
            return ToWait(value);

        if (!RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? condition) || condition.Date is not { } date)
            return null;

        TimeSpan wait = date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsNumber(string value)
    {
        int points = 0;
        foreach (char c in value)
        {
            if (c == '.')
                points++;
            else if (c is < '0' or > '9')
                return false;
        }

        return points < 2 && value.Length > points && value[0] != '.';
    }

    private static TimeSpan ToWait(string number)
    {
        double seconds = Math.Ceiling(double.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        return seconds > int.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromSeconds((int)seconds);
    }
}
