namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Somebody who waits for a message to a number.</summary>
internal sealed class InboxWaiter(WrittenNumber number)
{
    public WrittenNumber Number { get; } = number;

    // Continuations run elsewhere: they must not run under the lock of the inbox.
    public TaskCompletionSource<SmsMessage> Message { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
