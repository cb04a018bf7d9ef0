using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>How one attempt ended, as the transport saw it. What the end means is decided once, by <see cref="Classify"/>.</summary>
internal abstract record AttemptResult
{
    private AttemptResult(Call call) => Call = call;

    /// <summary>The call that the attempt belongs to.</summary>
    public Call Call { get; }

    /// <summary>How long the server asks to wait; null when it does not.</summary>
    public virtual TimeSpan? RetryAfter => null;

    public abstract Classification Classify(bool requestSent);

    /// <summary>GenAuth responded.</summary>
    public sealed record Answered(Call Call, GenAuthResponse Response) : AttemptResult(Call)
    {
        public override TimeSpan? RetryAfter => Response.RetryAfter;

        public override Classification Classify(bool requestSent) => Response.Classify();
    }

    /// <summary>A response came that is not GenAuth's, or not the one that the operation promises.</summary>
    public sealed record Unexpected(Call Call, UnexpectedResponse Response, Classification Classification) : AttemptResult(Call)
    {
        public override TimeSpan? RetryAfter => Response.RetryAfter;

        public override Classification Classify(bool requestSent) => Classification;
    }

    /// <summary>An exception came out of the HTTP stack.</summary>
    public sealed record Failed(Call Call, Exception Cause) : AttemptResult(Call)
    {
        public override Classification Classify(bool requestSent) => OutcomeClassifier.ClassifyException(Cause, requestSent);
    }

    /// <summary>The caller cancelled.</summary>
    public sealed record Cancelled(Call Call, Exception Cause) : AttemptResult(Call)
    {
        public override Classification Classify(bool requestSent) => OutcomeClassifier.ClassifyCancellation(requestSent);
    }

    /// <summary>A deadline passed.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Source">Whose deadline it was.</param>
    /// <param name="Limit">How long the deadline was; infinite when a handler did not say.</param>
    /// <param name="Cause">The exception that the deadline led to.</param>
    public sealed record TimedOut(Call Call, GenAuthTimeoutSource Source, TimeSpan Limit, Exception Cause) : AttemptResult(Call)
    {
        /// <summary>Whether a handler inside the injected client ended the attempt, not the client itself.</summary>
        public bool IsOfHandler { get; init; }

        public override Classification Classify(bool requestSent) => OutcomeClassifier.ClassifyTimeout(requestSent);
    }
}
