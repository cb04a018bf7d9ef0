using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>GenAuth's answer to a check of a code. Immutable; look at <see cref="IsValid"/> or call <see cref="EnsureValid"/>.</summary>
/// <remarks>A wrong code is a <b>success</b> of the check: <see cref="GenAuthResponse.IsSuccess"/> and <see cref="EnsureSuccess"/> say that the code was checked, not that it is right.</remarks>
public sealed record PreCheckCodeRespDto : GenAuthResponse
{
    private readonly bool _isValid;

    /// <summary>Creates an answer, in a test double for example.</summary>
    public PreCheckCodeRespDto() => Operation = PreCheckCodeDto.Operation;

    private PreCheckCodeRespDto(in ResponseMetadata metadata, bool isValid)
        : base(metadata) => _isValid = isValid;

    /// <summary>Whether the code was checked and is right: <see cref="GenAuthResponse.IsSuccess"/> and the service's <c>isValid</c>.</summary>
    [JsonPropertyName("isValid")]
    public bool IsValid
    {
        get => IsSuccess && _isValid;
        init => _isValid = value;
    }

    /// <summary>Returns this answer if the code was checked and is right, so that a call can be chained.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The code is wrong or expired (<see cref="GenAuthErrorKind.InvalidCode"/>), or it was not checked.</exception>
    public PreCheckCodeRespDto EnsureValid()
    {
        ThrowIfFailed();
        return IsValid ? this : throw ExceptionFactory.CreateApiException(this, GenAuthErrorKind.InvalidCode, "The code is wrong or expired.");
    }

    /// <summary>Returns this answer if the code was checked, <b>whether it is right or wrong</b>: use <see cref="EnsureValid"/> to let only a right one pass.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The code was not checked.</exception>
    public new PreCheckCodeRespDto EnsureSuccess()
    {
        ThrowIfFailed();
        return this;
    }

    internal static PreCheckCodeRespDto? Create(in ResponseMetadata metadata, ReadOnlySpan<byte> data)
    {
        if (!metadata.IsSuccess)
            return new PreCheckCodeRespDto(metadata, isValid: false);

        return JsonMembers.Read(data, static members => members.GetFlag("isValid")) is { } isValid
            ? new PreCheckCodeRespDto(metadata, isValid)
            : null;
    }
}
