namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A fault that waits for one request.</summary>
/// <param name="Operation">The operation that it waits for; null for any.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Order">Its place in the queue, which it keeps when it is put back.</param>
internal sealed record QueuedFault(string? Operation, Fault Fault, long Order);
