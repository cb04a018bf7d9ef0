using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

// Where the answer came from. A test double says nothing of it, so each member means the harmless case by default.
public partial record GenAuthResponse
{
    /// <summary>The operation that was answered; null where a test double made the answer.</summary>
    internal Operation? Operation { get; init; }

    /// <summary>How many attempts led here; carried along for the exception.</summary>
    internal int Attempts { get; init; } = 1;

    /// <summary>The body does not prove what its failure status says.</summary>
    internal bool IsUnproven { get; init; }

    /// <summary>An earlier attempt of the same call may have been processed, so a refusal of the last one proves nothing.</summary>
    internal bool FollowsUnknownOutcome { get; init; }

    /// <summary>The data says <c>"success":false</c>.</summary>
    internal bool DeniesSuccess { get; init; }

    // A double may give a copy of a denied answer another status.
    private bool IsDenied => StatusCode == 200 && DeniesSuccess;

    /// <summary>Makes the answer of an operation that promises no data. A <c>success</c> in it that is not true denies what the status says.</summary>
    internal static GenAuthResponse CreateWithoutData(in ResponseMetadata metadata, ReadOnlySpan<byte> data) =>
        new(metadata) { DeniesSuccess = JsonMembers.Read(data, static members => members.Has("success") && members.GetFlag("success") is not true) };

    internal Classification Classify() => IsDenied ? OutcomeClassifier.DeniedSuccess : OutcomeClassifier.ClassifyStatus(StatusCode, isProof: !IsUnproven);
}
