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
    private readonly LinkedList<QueuedFault> _next = [];
    private readonly List<(Func<EmulatedRequest, bool> Applies, Fault Fault)> _when = [];
    private readonly List<RandomFaults> _randomly = [];
    private readonly IReadOnlyList<string> _operations;
    private Fault? _always;
    private long _order;

    internal FaultInjector(IReadOnlyList<string> operations) => _operations = operations;

    /// <summary>Adds a fault for one request: the next one that it applies to. Several queue up, one request each.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Next(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Enqueue(operation: null, fault);
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
        Enqueue(operation, fault);
    }

    /// <summary>Sets the fault of every request that no other applies to. A second call replaces the first.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Always(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _always = fault;
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
        lock (_gate)
            _when.Add((applies, fault));
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
        lock (_gate)
            _randomly.Add(random);
    }

    /// <summary>Takes everything back: from now on all goes well.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _next.Clear();
            _when.Clear();
            _randomly.Clear();
            _always = null;
        }
    }

    /// <summary>What is armed now.</summary>
    internal ArmedFaults GetArmed()
    {
        lock (_gate)
            return new ArmedFaults([.. _next.Select(static queued => (queued.Operation, queued.Fault))], [.. _randomly], _always, _when.Count);
    }

    /// <summary>Arms these in place of all others.</summary>
    /// <exception cref="ArgumentException">One waits for an operation that the emulator does not have.</exception>
    internal void Replace(ArmedFaults armed)
    {
        foreach ((string? operation, _) in armed.Next)
            ThrowIfUnknown(operation);

        lock (_gate)
        {
            Clear();
            foreach ((string? operation, Fault fault) in armed.Next)
                Enqueue(operation, fault);
            _randomly.AddRange(armed.Randomly);
            _always = armed.Always;
        }
    }

    /// <summary>Takes the fault of a request; null when none applies to it.</summary>
    internal Fault? Take(EmulatedRequest request, out QueuedFault? queued)
    {
        lock (_gate)
        {
            bool isRouted = request.Operation is not null;
            queued = isRouted ? Dequeue(request.Operation) : null;
            return queued?.Fault
                ?? _when.Find(rule => rule.Applies(request)).Fault
                ?? (isRouted ? ChooseByChance() : null)
                ?? _always;
        }
    }

    /// <summary>Takes the fault of a connection that came this far; null when it goes on.</summary>
    internal Fault? TakeAt(ConnectionStage stage)
    {
        lock (_gate)
        {
            LinkedListNode<QueuedFault>? node = _next.First;
            while (node is { Value.Operation: not null })
                node = node.Next;

            if (node is null)
                return _always?.Stage == stage ? _always : null;
            if (node.Value.Fault.Stage != stage)
                return null;

            _next.Remove(node);
            return node.Value.Fault;
        }
    }

    /// <summary>Gives back a fault of the queue that did not apply to its request after all.</summary>
    internal void PutBack(QueuedFault fault)
    {
        lock (_gate)
        {
            LinkedListNode<QueuedFault>? later = _next.First;
            while (later is not null && later.Value.Order < fault.Order)
                later = later.Next;

            if (later is null)
                _next.AddLast(fault);
            else
                _next.AddBefore(later, fault);
        }
    }

    private void Enqueue(string? operation, Fault fault)
    {
        lock (_gate)
            _next.AddLast(new QueuedFault(operation, fault, _order++));
    }

    private QueuedFault? Dequeue(string? operation)
    {
        for (LinkedListNode<QueuedFault>? node = _next.First; node is not null; node = node.Next)
        {
            if (node.Value.Operation is not null && node.Value.Operation != operation)
                continue;

            _next.Remove(node);
            return node.Value;
        }

        return null;
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

    private void ThrowIfUnknown(string? operation)
    {
        if (operation is not null && !_operations.Contains(operation, StringComparer.Ordinal))
            throw new ArgumentException($"The emulator has no such operation. It has {string.Join(", ", _operations)}.", nameof(operation));
    }
}
