namespace GenAuth.Sdk.Internal.Calls;

/// <summary>Whether an operation is repeated after an attempt that the service may have processed.</summary>
internal enum UnknownOutcomeRetry
{
    /// <summary>Never: the operation uses up a code or a token, or sends an SMS.</summary>
    Never,

    /// <summary>Only with <see cref="GenAuthRetryOptions.RetryUnknownOutcomes"/>, and only within the minute in which the service refuses a second send.</summary>
    IfOptedIn,

    /// <summary>By default: the operation only reads.</summary>
    Always,
}
