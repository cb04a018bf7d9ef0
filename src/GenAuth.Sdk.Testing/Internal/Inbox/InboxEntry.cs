namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A message in the inbox.</summary>
internal sealed class InboxEntry(SmsMessage message)
{
    public SmsMessage Message { get; } = message;

    public bool IsHandedOut { get; set; }
}
