using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A request that the service refused, or that met a fault, and who sent it. Without its body and its token, because these are private.</summary>
internal sealed record FailedRequest(long Id, DateTimeOffset At, string Method, string Path)
{
    public string? Operation { get; private init; }

    public string? AppId { get; private init; }

    public string? Channel { get; private init; }

    /// <summary>The number as it was sent, which need not be one.</summary>
    public string? PhoneNumber { get; private init; }

    public string? PhoneCountryCode { get; private init; }

    /// <summary>How the service refused it; null when it did not.</summary>
    public WireResponse? Refusal { get; init; }

    /// <summary>The fault that it met; null when there was none.</summary>
    public Fault? Fault { get; init; }

    public static FailedRequest Create(long id, DateTimeOffset at, ServiceRequest request) =>
        new(id, at, BoundedText.Cut(request.Received.Method)!, BoundedText.Cut(request.Received.Path)!)
        {
            Operation = request.Operation?.Name,
            AppId = BoundedText.Cut(request.AppId),
            Channel = BoundedText.Cut(request.Channel),
            PhoneNumber = BoundedText.Cut(request.Phone?.Number),
            PhoneCountryCode = request.Phone?.CountryCode,
        };
}
