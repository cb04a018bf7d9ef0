using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>
/// What goes wrong at the emulator, and when. Thread-safe. A request meets one fault at most: that of <see cref="Next"/>,
/// else of <see cref="When"/>, else of <see cref="Randomly"/>, else of <see cref="Always"/>.
/// </summary>
/// <remarks>
/// A fault that is there before the request, <see cref="Fault.Refuse"/> or one <see cref="Fault.BeforeReading"/>, is met by
/// connections: the next one that is opened when it is its turn in the queue, every one with <see cref="Always"/>. A request
/// that meets it on a connection which was open already, and one that <see cref="When"/> or <see cref="Randomly"/> choose it
/// for, is read to choose by, and then the connection is dropped. No SMS is accepted either way.
/// </remarks>
public sealed class Faults
{
    private readonly object _gate = new();
    private readonly LinkedList<Fault> _next = [];
    private readonly List<(Func<EmulatedCall, bool> Applies, Fault Fault)> _when = [];
    private readonly List<(Random Random, double Probability, Fault[] Faults)> _randomly = [];
    private Fault? _always;

    internal Faults()
    {
    }

    /// <summary>Adds a fault for one request: the next one that meets it. Several queue up, one request each.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Next(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _next.AddLast(fault);
    }

    /// <summary>Sets the fault of every request that meets no other. A second call replaces the first.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Always(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _always = fault;
    }

    /// <summary>Adds a fault for the requests that a condition holds for. Of several the first that applies is taken.</summary>
    /// <param name="applies">The condition. Called for one request at a time.</param>
    /// <param name="fault">What goes wrong.</param>
    public void When(Func<EmulatedCall, bool> applies, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _when.Add((applies, fault));
    }

    /// <summary>
    /// Adds faults that some requests meet by chance. The same seed gives the same faults to the same sequence of requests;
    /// requests that come at once are served in no fixed order.
    /// </summary>
    /// <param name="seed">Where the sequence of chances begins.</param>
    /// <param name="probability">How many of the requests meet a fault, from 0 to 1.</param>
    /// <param name="faults">What goes wrong: one of them, each as likely as the others.</param>
    /// <exception cref="ArgumentException">There is no fault, or <paramref name="probability"/> is none.</exception>
    [SuppressMessage("Security", "CA5394", Justification = "It has to be repeatable; nothing is secret here.")]
    public void Randomly(int seed, double probability, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Length == 0 || faults.Contains(null))
            throw new ArgumentException("At least one fault is required, and none may be null.", nameof(faults));
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), "A probability is from 0 to 1.");

        lock (_gate)
            _randomly.Add((new Random(seed), probability, [.. faults]));
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

    /// <summary>Takes the fault of a request; null when it meets none.</summary>
    internal Fault? Take(EmulatedCall call, out bool fromQueue)
    {
        lock (_gate)
        {
            fromQueue = _next.First is not null;
            if (_next.First is { Value: var next })
            {
                _next.RemoveFirst();
                return next;
            }

            return _when.Find(rule => rule.Applies(call)).Fault ?? ByChance() ?? _always;
        }
    }

    /// <summary>Takes the fault of a connection that came this far; null when it goes on.</summary>
    internal Fault? TakeAt(ConnectionStage stage)
    {
        lock (_gate)
        {
            if (_next.First is not { Value: var next })
                return _always?.Stage == stage ? _always : null;
            if (next.Stage != stage)
                return null;

            _next.RemoveFirst();
            return next;
        }
    }

    /// <summary>Gives back a fault of the queue that its request did not meet after all.</summary>
    internal void PutBack(Fault fault)
    {
        lock (_gate)
            _next.AddFirst(fault);
    }

    [SuppressMessage("Security", "CA5394", Justification = "It has to be repeatable; nothing is secret here.")]
    private Fault? ByChance()
    {
        foreach ((Random random, double probability, Fault[] faults) in _randomly)
        {
            if (random.NextDouble() < probability)
                return faults[random.Next(faults.Length)];
        }

        return null;
    }
}
