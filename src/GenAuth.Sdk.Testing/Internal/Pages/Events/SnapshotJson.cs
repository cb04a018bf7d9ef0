using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>The inbox as it is at a moment. Whoever watches forgets what they knew of it.</summary>
/// <param name="AppId">The application that the emulator knows.</param>
/// <param name="PathBase">The path before every operation.</param>
/// <param name="Operations">What a fault can be bound to.</param>
/// <param name="Messages">The latest messages, oldest first.</param>
/// <param name="Failures">The latest requests that failed, oldest first.</param>
internal sealed record SnapshotJson(
    string AppId,
    string PathBase,
    IReadOnlyList<string> Operations,
    IReadOnlyList<InboxMessageJson> Messages,
    IReadOnlyList<FailedRequestJson> Failures)
{
    private const int MaxMessages = 1_000;

    /// <summary>Takes a snapshot, and says at which position of the log.</summary>
    public static SnapshotJson Take(ServiceState state, FaultInjector faults, out long position)
    {
        InboxMessageJson[] messages;
        lock (state.Gate)
        {
            // The position first: an event that is in the snapshot already may come again, but none may be missed.
            position = state.Log.End;
            messages = [.. state.Inbox.GetNewest(MaxMessages).Select(message => InboxMessageJson.Create(message, state))];
        }

        return new SnapshotJson(state.Settings.AppId, state.Settings.PathBase, faults.Operations, messages, [.. state.Log.Failures.Select(FailedRequestJson.Create)]);
    }
}
