namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What a send comes to: for the caller, and at the server.</summary>
/// <param name="Result">The status and api code that were returned, or the exception that was thrown.</param>
/// <param name="Outcome">What the caller was told about the SMS.</param>
/// <param name="Attempts">How often the client tried; null when the answer does not say.</param>
/// <param name="Requests">How often it arrived.</param>
/// <param name="Sms">How many SMSes were accepted.</param>
internal sealed record Expected(string Result, RequestOutcome Outcome, int? Attempts, int Requests, int Sms)
{
    /// <summary>How long it takes at least.</summary>
    public TimeSpan AtLeast { get; init; }
}
