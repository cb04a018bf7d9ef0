namespace GenAuth.Sdk;

/// <summary>Whether the service did what an operation asked for, over all attempts: the question to ask before trying again.</summary>
public enum RequestOutcome
{
    /// <summary>It may have been done. Doing it again may do it twice: send, and bill, a second SMS, for example.</summary>
    Unknown = 0,

    /// <summary>It was not done. Doing it again cannot double anything.</summary>
    NotProcessed = 1,

    /// <summary>It was done: the SMS was handed on for delivery, for example.</summary>
    Processed = 2,
}
