using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Pages.Faults;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>A request that was refused or met a fault, as those who watch the inbox see it: who asked, and the reason in plain words.</summary>
internal sealed record FailedRequestJson(long Id, DateTimeOffset At, string Method, string Path, bool MetFault, string Reason)
{
    public string? Operation { get; private init; }

    public string? AppId { get; private init; }

    public string? Channel { get; private init; }

    public string? PhoneNumber { get; private init; }

    public string? PhoneCountryCode { get; private init; }

    public int? StatusCode { get; private init; }

    public int? ApiCode { get; private init; }

    public static FailedRequestJson Create(FailedRequest request)
    {
        (int? statusCode, int? apiCode, string reason) = request.Fault is { } fault ? (null, null, FaultText.Describe(fault)) : ReadRefusal(request.Refusal!);
        return new FailedRequestJson(request.Id, request.At, request.Method, request.Path, request.Fault is not null, reason)
        {
            Operation = request.Operation,
            AppId = request.AppId,
            Channel = request.Channel,
            PhoneNumber = request.PhoneNumber,
            PhoneCountryCode = request.PhoneCountryCode,
            StatusCode = statusCode,
            ApiCode = apiCode,
        };
    }

    private static (int? StatusCode, int? ApiCode, string Reason) ReadRefusal(WireResponse refusal)
    {
        using JsonDocument document = JsonDocument.Parse(refusal.Body);

        // The addresses of OpenID Connect refuse without the service's envelope.
        if (!document.RootElement.TryGetProperty("statusCode", out JsonElement member))
            return (refusal.HttpStatus, null, Messages.For(refusal.HttpStatus, apiCode: null).English);

        int statusCode = member.GetInt32();
        int? apiCode = document.RootElement.TryGetProperty("apiCode", out JsonElement code) ? code.GetInt32() : null;
        return (statusCode, apiCode, Messages.Translate(document.RootElement.GetProperty("message").GetString()!, statusCode, apiCode));
    }
}
