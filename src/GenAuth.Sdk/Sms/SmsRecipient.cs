namespace GenAuth.Sdk;

/// <summary>The shape of a phone number as the service takes it.</summary>
internal static class SmsRecipient
{
    /// <summary>Whether there is nothing but ASCII digits.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
