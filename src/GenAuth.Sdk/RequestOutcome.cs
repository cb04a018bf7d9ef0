namespace GenAuth.Sdk;

/// <summary>Whether the service acted on a request: the question to ask before sending again.</summary>
public enum RequestOutcome
{
    /// <summary>It may have acted. Sending again may send, and bill, a second SMS.</summary>
    Unknown = 0,

    /// <summary>It did not act. Sending again cannot double anything.</summary>
    NotProcessed = 1,

    /// <summary>It acted: the SMS was handed on for delivery.</summary>
    Processed = 2,
}
