using System.Net.Http.Headers;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>How long a server asks to wait (RFC 9110, 10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>The wait from now on; zero for a moment that has passed, null when none or nonsense was sent.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        RetryConditionHeaderValue? retryAfter = headers.RetryAfter;
        TimeSpan? wait = retryAfter?.Delta ?? retryAfter?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
