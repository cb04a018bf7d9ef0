namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>One SMS per recipient and window, counted from the last one that was accepted.</summary>
internal sealed class ResendWindows
{
    private readonly Dictionary<Recipient, long> _acceptedAt = [];
    private readonly TimeSpan _window;
    private readonly TimeProvider _clock;

    public ResendWindows(TimeSpan window, TimeProvider clock)
    {
        _window = window;
        _clock = clock;
    }

    public bool IsClosedFor(Recipient recipient) =>
        _acceptedAt.TryGetValue(recipient, out long at) && _clock.GetElapsedTime(at) < _window;

    public void Close(Recipient recipient) => _acceptedAt[recipient] = _clock.GetTimestamp();
}
