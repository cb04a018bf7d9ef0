using System.Text;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk;

/// <summary>GenAuth's answer to an operation that returns data: success and failure alike. Immutable.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed record GenAuthResponse<TData> : GenAuthResponse
    where TData : class
{
    /// <summary>Creates an answer, in a test double for example.</summary>
    public GenAuthResponse()
    {
    }

    internal GenAuthResponse(in ResponseMetadata metadata, TData? data)
        : base(metadata) => Data = data;

    /// <summary>What the service returned; null on failure. Private, and never printed.</summary>
    [JsonPropertyName("data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TData? Data { get; init; }

    /// <summary>Returns this answer if it is a success, so that a call can be chained.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The answer is a failure; <see cref="GenAuthException.Outcome"/> tells whether the service may have acted.</exception>
    public new GenAuthResponse<TData> EnsureSuccess()
    {
        ThrowIfFailed();
        return this;
    }

    /// <inheritdoc />
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
