using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Numbers;

/// <summary>Warns once of forwarded headers that nobody read: behind a proxy all clients then look like one, and https like http.</summary>
internal sealed class ForwardedHeaderWarning
{
    // What the forwarded headers middleware leaves behind where it read the header.
    private const string Applied = "X-Original-For";

    private readonly ILogger _logger;
    private int _warned;

    public ForwardedHeaderWarning(ILogger logger) => _logger = logger;

    public void Check(IHeaderDictionary headers)
    {
        bool isUnread = (headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded")) && !headers.ContainsKey(Applied);
        if (isUnread && Interlocked.Exchange(ref _warned, 1) == 0)
            _logger.ForwardedHeadersUnread();
    }
}
