namespace GenAuth.Sdk.Internal.Calls;

/// <summary>An operation with the type of its response.</summary>
internal sealed class Operation<TResponse> : Operation
    where TResponse : GenAuthResponse
{
    private readonly ResponseFactory<TResponse> _create;

    public Operation(string name, string path, ResponseFactory<TResponse> create)
        : base(name, path) => _create = create;

    public override GenAuthResponse? CreateResponse(in ResponseMetadata metadata, ReadOnlySpan<byte> data) => _create(metadata, data);
}
