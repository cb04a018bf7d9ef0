namespace GenAuth.Sdk.Internal.Calls;

/// <summary>What an operation asks the invoker to send.</summary>
/// <param name="Json">The request body; cleared when the call ends.</param>
/// <param name="PrivateValues">What of the body must not come back in an exception or a log.</param>
internal readonly record struct OperationRequest(byte[] Json, string[] PrivateValues)
{
    /// <summary>What the code is for, as telemetry may name it; null for operations without a channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The access token of the user the operation acts on, where it needs one.</summary>
    public string? UserToken { get; init; }

    /// <summary>The credentials of the application, where they travel in the header <c>Authorization</c>.</summary>
    public string? BasicCredentials { get; init; }
}
