namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A fault that waits for its requests.</summary>
/// <param name="Operation">The operation that it waits for; null for any.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Id">What it is taken back by, and its place in the queue, which it keeps when it is put back; given when it is armed.</param>
internal sealed record ArmedFault(string? Operation, Fault Fault, long Id);
