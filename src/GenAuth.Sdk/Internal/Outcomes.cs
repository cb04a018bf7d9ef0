namespace GenAuth.Sdk.Internal;

/// <summary>The sentence that every exception message ends with: what the caller may do next.</summary>
internal static class Outcomes
{
    public static string Describe(this RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Processed => "The SMS was accepted.",
        RequestOutcome.NotProcessed => "No SMS was sent.",
        _ => "An SMS may have been sent: sending again may send a second one.",
    };
}
