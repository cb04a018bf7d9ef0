namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The time after an accepted SMS in which its recipient gets no other.</summary>
internal sealed class ResendCooldowns : IDisposable
{
    private readonly ExpiringMap<Recipient, bool>? _active;
    private readonly TestNumbers _exempt;

    public ResendCooldowns(object gate, EmulatorSettings settings)
    {
        _exempt = settings.TestNumbers;
        if (settings.ResendWindow > TimeSpan.Zero)
            _active = new ExpiringMap<Recipient, bool>(gate, settings.ResendWindow, settings.Clock);
    }

    public bool IsActive(Recipient recipient) => _active is not null && _active.TryGet(recipient, out _) && _exempt.FindCode(recipient) is null;

    public void Start(Recipient recipient) => _active?.Set(recipient, true);

    public void Clear() => _active?.Clear();

    public void Dispose() => _active?.Dispose();
}
