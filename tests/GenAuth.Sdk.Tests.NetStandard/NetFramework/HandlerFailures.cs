using System.Net;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>What the platform's own handler throws.</summary>
internal static class HandlerFailures
{
    public static Exception NoSuchHost { get; } = Failure(WebExceptionStatus.NameResolutionFailure);

    public static Exception Refused { get; } = Failure(WebExceptionStatus.ConnectFailure);

    public static Exception ProxyTunnel { get; } = Failure(WebExceptionStatus.ProxyNameResolutionFailure);

    public static Exception Handshake { get; } = Failure(WebExceptionStatus.SecureChannelFailure);

    public static Exception Reset { get; } = Failure(WebExceptionStatus.ReceiveFailure);

    private static HttpRequestException Failure(WebExceptionStatus status) =>
        new("An error occurred while sending the request.", new WebException(status.ToString(), status));
}
