namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The time after an accepted SMS in which its recipient gets no other.</summary>
internal sealed class ResendCooldowns : IDisposable
{
    private readonly ExpiringMap<Recipient, bool>? _active;
    private readonly TestNumbers _exempt;
    private readonly TimeSpan _window;

    public ResendCooldowns(object gate, EmulatorSettings settings)
    {
        _exempt = settings.TestNumbers;
        _window = settings.ResendWindow;
        if (settings.ResendWindow > TimeSpan.Zero)
            _active = new ExpiringMap<Recipient, bool>(gate, settings.ResendWindow, settings.Clock);
    }

    public bool IsActive(Recipient recipient) => _active is not null && _active.TryGet(recipient, out _) && _exempt.FindCode(recipient) is null;

    /// <summary>How long an SMS keeps its recipient from getting another one; zero when it does not.</summary>
    public TimeSpan GetWindow(Recipient recipient) => _exempt.FindCode(recipient) is null ? _window : TimeSpan.Zero;

    public void Start(Recipient recipient) => _active?.Set(recipient, true);

    public void Clear() => _active?.Clear();

    public void Dispose() => _active?.Dispose();
}
