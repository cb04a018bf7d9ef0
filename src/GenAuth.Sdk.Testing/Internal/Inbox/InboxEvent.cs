using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Something that happened at the inbox.</summary>
internal abstract record InboxEvent
{
    /// <summary>An SMS arrived.</summary>
    public sealed record Arrived(SmsMessage Message) : InboxEvent;

    /// <summary>A code was used or became void.</summary>
    public sealed record Ended(IssuedCode Code) : InboxEvent;

    /// <summary>A request was refused, or met a fault.</summary>
    public sealed record Failed(FailedRequest Request) : InboxEvent;
}
