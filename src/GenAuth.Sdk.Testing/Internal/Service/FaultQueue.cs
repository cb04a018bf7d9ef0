namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The faults that wait for one request each, in their order. Not thread-safe.</summary>
internal sealed class FaultQueue
{
    private readonly LinkedList<ArmedFault> _faults = [];

    public IReadOnlyList<ArmedFault> All => [.. _faults];

    public void Add(ArmedFault fault) => _faults.AddLast(fault);

    public void Clear() => _faults.Clear();

    /// <summary>The first that waits for no certain operation.</summary>
    public ArmedFault? FindUnbound() => _faults.FirstOrDefault(static fault => fault.Operation is null);

    /// <summary>Takes the first that waits for this operation, or for any.</summary>
    public ArmedFault? Take(string operation)
    {
        ArmedFault? fault = _faults.FirstOrDefault(fault => fault.Operation is null || fault.Operation == operation);
        if (fault is not null)
            _faults.Remove(fault);
        return fault;
    }

    /// <summary>Gives one back its place.</summary>
    public void PutBack(ArmedFault fault)
    {
        LinkedListNode<ArmedFault>? later = _faults.First;
        while (later is not null && later.Value.Id < fault.Id)
            later = later.Next;

        if (later is null)
            _faults.AddLast(fault);
        else
            _faults.AddBefore(later, fault);
    }

    public bool Remove(long id)
    {
        ArmedFault? fault = _faults.FirstOrDefault(fault => fault.Id == id);
        return fault is not null && _faults.Remove(fault);
    }
}
