namespace GenAuth.Sdk.Benchmarks.Wire;

/// <summary>The request as a user would declare it.</summary>
internal sealed record SmsRequest(string Channel, string PhoneNumber, string? PhoneCountryCode)
{
    /// <summary>The documented request, new for every send as it is in an application.</summary>
    public static SmsRequest Documented => new("CHANNEL_LOGIN", "5550100", "+86");
}
