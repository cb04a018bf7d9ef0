using GenAuth.Sdk.Testing.Internal;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>
/// Decides which requests at the emulator go wrong. Thread-safe. At most one fault applies to a request: that of
/// <see cref="Next(Fault)"/>, else of <see cref="When"/>, else of <see cref="Randomly"/>, else of <see cref="Always"/>.
/// </summary>
/// <remarks>
/// Faults apply to every operation; <see cref="Next(string, Fault)"/> and <see cref="EmulatedRequest.Operation"/> bind them to
/// one. A request that no route knows takes no fault from the queue and none by chance.
/// A fault that comes before the request, <see cref="Fault.Refuse"/> or one <see cref="Fault.BeforeReading"/>, applies to
/// connections: to the next one that is opened when the fault is the first in the queue, to every one with
/// <see cref="Always"/>. If such a fault is bound to an operation or was chosen by <see cref="When"/> or
/// <see cref="Randomly"/>, or if the connection was open already, the request is read first and then the connection is
/// dropped. The service does nothing either way.
/// </remarks>
public sealed class FaultInjector
{
    private readonly object _gate = new();
    private readonly FaultQueue _next = new();
    private readonly List<(Func<EmulatedRequest, bool> Applies, Fault Fault)> _when = [];
    private readonly List<RandomFaults> _randomly = [];
    private readonly ChangeSignal _changes;
    private ArmedFault? _always;
    private long _lastId;
    private int _version;

    internal FaultInjector(IReadOnlyList<string> operations, ChangeSignal changes)
    {
        Operations = operations;
        _changes = changes;
    }

    /// <summary>What faults can be bound to.</summary>
    internal IReadOnlyList<string> Operations { get; }

    /// <summary>Another number whenever something else is armed.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>Adds a fault for one request: the next one that it applies to. Several queue up, one request each.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Next(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Change(() => Enqueue(operation: null, fault));
    }

    /// <summary>Adds a fault for one request of an operation. Requests of other operations leave it in the queue and take the one behind it.</summary>
    /// <param name="operation">The name of the operation as in <see cref="EmulatedRequest.Operation"/>, <c>SendSms</c> for example.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <exception cref="ArgumentException">The emulator has no such operation; the message lists those it has.</exception>
    public void Next(string operation, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(fault);
        ThrowIfUnknown(operation);
        Change(() => Enqueue(operation, fault));
    }

    /// <summary>Sets the fault of every request that no other applies to. A second call replaces the first.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Always(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Change(() => SetAlways(fault));
    }

    /// <summary>Adds a fault for the requests that a condition holds for. Of several the first whose condition holds is taken.</summary>
    /// <param name="applies">
    /// The condition. Called for one request at a time. An exception that it throws is shown in the response to that request:
    /// HTTP 500 with the type and the message of the exception as text.
    /// </param>
    /// <param name="fault">What goes wrong.</param>
    public void When(Func<EmulatedRequest, bool> applies, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        Change(() => _when.Add((applies, fault)));
    }

    /// <summary>
    /// Adds faults that apply to some requests by chance. The same seed gives the same faults to the same sequence of
    /// requests; requests that come at once are served in no fixed order.
    /// </summary>
    /// <param name="seed">Where the sequence of chances begins.</param>
    /// <param name="probability">To how many of the requests a fault applies, from 0 to 1.</param>
    /// <param name="faults">What goes wrong: one of them, each as likely as the others.</param>
    /// <exception cref="ArgumentException">There is no fault, or <paramref name="probability"/> is none.</exception>
    public void Randomly(int seed, double probability, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var random = new RandomFaults(seed, probability, [.. faults]);
        Change(() => AddRandom(random));
    }

    /// <summary>Takes everything back: from now on all goes well.</summary>
    public void Clear() => Change(RemoveAll);

    /// <summary>What is armed now.</summary>
    internal ArmedFaults GetArmed()
    {
        lock (_gate)
            return new ArmedFaults(_next.All, [.. _randomly], _always, _when.Count);
    }

    /// <summary>Arms these too; one for every request takes the place of an earlier one.</summary>
    /// <exception cref="ArgumentException">One waits for an operation that the emulator does not have.</exception>
    internal void Add(ArmedFaults armed)
    {
        ThrowIfUnknown(armed);
        Change(() => AddAll(armed));
    }

    /// <summary>Arms these in place of all others.</summary>
    /// <exception cref="ArgumentException">One waits for an operation that the emulator does not have.</exception>
    internal void Replace(ArmedFaults armed)
    {
        ThrowIfUnknown(armed);
        Change(() =>
        {
            RemoveAll();
            AddAll(armed);
        });
    }

    /// <summary>Takes one back. False when it is not armed any more.</summary>
    internal bool Remove(long id)
    {
        bool isRemoved = false;
        Change(() =>
        {
            isRemoved = _next.Remove(id) || _randomly.RemoveAll(random => random.Id == id) > 0 || _always?.Id == id;
            if (_always?.Id == id)
                _always = null;
        });
        return isRemoved;
    }

    /// <summary>Takes the fault of a request; null when none applies to it.</summary>
    internal Fault? Take(EmulatedRequest request, out ArmedFault? queued)
    {
        lock (_gate)
        {
            queued = request.Operation is { } operation ? _next.Take(operation) : null;
            if (queued is not null)
                AnnounceChange();
            return queued?.Fault
                ?? _when.Find(rule => rule.Applies(request)).Fault
                ?? (request.Operation is null ? null : ChooseByChance())
                ?? _always?.Fault;
        }
    }

    /// <summary>Takes the fault of a connection that came this far; null when it goes on.</summary>
    internal Fault? TakeAt(ConnectionStage stage)
    {
        lock (_gate)
        {
            ArmedFault? first = _next.FindUnbound() ?? _always;
            if (first?.Fault.Stage != stage)
                return null;

            if (_next.Remove(first.Id))
                AnnounceChange();
            return first.Fault;
        }
    }

    /// <summary>Gives back a fault of the queue that did not apply to its request after all.</summary>
    internal void PutBack(ArmedFault fault) => Change(() => _next.PutBack(fault));

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            AnnounceChange();
        }
    }

    private void AnnounceChange()
    {
        _version++;
        _changes.Announce();
    }

    private void Enqueue(string? operation, Fault fault) => _next.Add(new ArmedFault(operation, fault, ++_lastId));

    private void SetAlways(Fault fault) => _always = new ArmedFault(Operation: null, fault, ++_lastId);

    private void AddRandom(RandomFaults random)
    {
        random.Id = ++_lastId;
        _randomly.Add(random);
    }

    private void AddAll(ArmedFaults armed)
    {
        foreach (ArmedFault fault in armed.Next)
            Enqueue(fault.Operation, fault.Fault);
        foreach (RandomFaults random in armed.Randomly)
            AddRandom(random);
        if (armed.Always is { } always)
            SetAlways(always.Fault);
    }

    private void RemoveAll()
    {
        _next.Clear();
        _when.Clear();
        _randomly.Clear();
        _always = null;
    }

    private Fault? ChooseByChance()
    {
        foreach (RandomFaults random in _randomly)
        {
            if (random.Choose() is { } fault)
                return fault;
        }

        return null;
    }

    private void ThrowIfUnknown(ArmedFaults armed)
    {
        foreach (ArmedFault fault in armed.Next.Where(static fault => fault.Operation is not null))
            ThrowIfUnknown(fault.Operation!);
    }

    private void ThrowIfUnknown(string operation)
    {
        if (!Operations.Contains(operation, StringComparer.Ordinal))
            throw new ArgumentException($"The emulator has no such operation. It has {string.Join(", ", Operations)}.", nameof(operation));
    }
}
