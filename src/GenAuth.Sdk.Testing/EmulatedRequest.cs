namespace GenAuth.Sdk.Testing;

/// <summary>A request at the emulator, for <see cref="FaultInjector.When"/> to choose by. Immutable. Its <c>ToString()</c> shows nothing of it.</summary>
public sealed class EmulatedRequest
{
    internal EmulatedRequest(int number, string method, string path)
    {
        Number = number;
        Method = method;
        Path = path;
    }

    /// <summary>Which request at this emulator it is, counted from 1.</summary>
    public int Number { get; }

    /// <summary>
    /// What it asks for, by the name that <see cref="GenAuthException.Operation"/> has: <c>SendSms</c> or <c>PreCheckCode</c>,
    /// for example. Null when no route knows it.
    /// </summary>
    public string? Operation { get; internal init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path, with the path base and without the query.</summary>
    public string Path { get; }

    /// <summary>The application id in the request's header; null when there is none.</summary>
    public string? AppId { get; internal init; }

    /// <summary>What the code is for; null when the request names no channel, or one that does not exist.</summary>
    public SmsChannel? Channel { get; internal init; }

    /// <summary>The phone number; null when the request has none.</summary>
    public string? PhoneNumber { get; internal init; }

    /// <summary>The country code in canonical form, <c>+86</c> when a request with a phone number names none; null when it cannot be read.</summary>
    public string? PhoneCountryCode { get; internal init; }
}
