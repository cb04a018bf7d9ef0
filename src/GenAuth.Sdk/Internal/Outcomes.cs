namespace GenAuth.Sdk.Internal;

/// <summary>The sentence that every exception message ends with: what the caller may do next.</summary>
internal static class Outcomes
{
    /// <summary>Failures only: a processed request has an answer and no exception.</summary>
    public static string Describe(this RequestOutcome outcome) => outcome is RequestOutcome.NotProcessed
        ? "No SMS was sent."
        : "An SMS may have been sent: sending again may send a second one.";
}
