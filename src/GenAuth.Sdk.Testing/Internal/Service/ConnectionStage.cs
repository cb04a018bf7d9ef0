namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>How far a connection came: where a fault is met that does not wait for a request.</summary>
internal enum ConnectionStage
{
    /// <summary>It was accepted; no byte was exchanged.</summary>
    Accepted,

    /// <summary>It is ready for a request, TLS included; no byte of one was read.</summary>
    Ready,
}
