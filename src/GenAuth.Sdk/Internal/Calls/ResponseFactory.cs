namespace GenAuth.Sdk.Internal.Calls;

/// <summary>Makes the response of an operation; null for a success without the data it promises.</summary>
internal delegate TResponse? ResponseFactory<out TResponse>(in ResponseMetadata metadata, ReadOnlySpan<byte> data)
    where TResponse : GenAuthResponse;
