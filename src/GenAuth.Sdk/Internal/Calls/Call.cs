using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Privacy;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>The state of one call across its attempts. Immutable but for its progress, which the pipeline alone writes.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Each attempt's request owns and disposes its body.")]
internal sealed class Call
{
    private readonly TimeProvider _clock;
    private readonly long _startedAt;

    public Call(Operation operation, in OperationRequest request, RequestHeaders headers, SensitiveValues sensitive, TimeSpan totalTimeout, TimeProvider clock)
    {
        Operation = operation;
        Json = request.Json;
        Channel = request.Channel;
        Headers = headers;
        Sensitive = sensitive;
        TotalTimeout = totalTimeout;
        _clock = clock;
        _startedAt = clock.GetTimestamp();
    }

    public Operation Operation { get; }

    /// <summary>The request body; cleared when the call ends.</summary>
    public byte[] Json { get; }

    public RequestHeaders Headers { get; }

    public SensitiveValues Sensitive { get; }

    public TimeSpan TotalTimeout { get; }

    /// <summary>What the code is for, as telemetry may name it; null for operations without a channel.</summary>
    public string? Channel { get; }

    /// <summary>The span of the call; null when nobody listens.</summary>
    public Activity? Span { get; set; }

    public TimeSpan Elapsed => _clock.GetElapsedTime(_startedAt);

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; set; }

    /// <summary>The body of the current attempt, which knows whether it was sent.</summary>
    public RequestBody? Body { get; set; }

    /// <summary>How the last concluded attempt ended; null before the first.</summary>
    public AttemptResult? Last { get; set; }

    /// <summary>What became of the call so far, over all concluded attempts.</summary>
    public RequestOutcome Outcome { get; set; } = RequestOutcome.NotProcessed;

    /// <summary>What to throw when no attempt follows; null when <see cref="Last"/> is an answer.</summary>
    public GenAuthException? Failure { get; set; }

    /// <summary>How long to wait before the next attempt; null when none follows.</summary>
    public TimeSpan? RetryDelay { get; set; }

    /// <summary>Whether the timeout of the current attempt is the total one.</summary>
    public bool IsFinalTimeout { get; set; }
}
