namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>How far a connection came, for faults that do not wait for a request.</summary>
internal enum ConnectionStage
{
    /// <summary>It was accepted; no byte was exchanged.</summary>
    Accepted,

    /// <summary>A request arrives on it, after TLS where there is TLS; no byte of it was read.</summary>
    Arriving,
}
