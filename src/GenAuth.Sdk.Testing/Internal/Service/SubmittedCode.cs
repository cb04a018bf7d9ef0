namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A code that a request brings.</summary>
/// <param name="Recipient">Who must have received it, and what for; null when nobody can have.</param>
/// <param name="Code">The code.</param>
internal readonly record struct SubmittedCode(Recipient? Recipient, string Code);
