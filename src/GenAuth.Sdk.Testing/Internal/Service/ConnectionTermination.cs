namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The ways a connection ends without a response.</summary>
internal enum ConnectionTermination
{
    /// <summary>In an orderly way (FIN): the client reads the end of the stream.</summary>
    Close,

    /// <summary>At once (RST): the client reads an error.</summary>
    Reset,
}
