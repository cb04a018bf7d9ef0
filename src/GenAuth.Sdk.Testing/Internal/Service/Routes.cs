using GenAuth.Sdk.Testing.Internal.Service.Operations;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Which operation is found where: its path below each known base.</summary>
internal sealed class Routes
{
    private readonly object _gate = new();
    private readonly IReadOnlyList<EmulatedOperation> _operations;
    private Dictionary<(string Method, string Path), EmulatedOperation> _routes = [];

    public Routes(IReadOnlyList<EmulatedOperation> operations, string pathBase)
    {
        _operations = operations;
        AddBase(pathBase);
    }

    /// <summary>Lets every operation be found below another path too.</summary>
    public void AddBase(string pathBase)
    {
        lock (_gate)
        {
            // A copy, so that requests are looked up without a lock.
            var routes = new Dictionary<(string Method, string Path), EmulatedOperation>(_routes);
            foreach (EmulatedOperation operation in _operations)
            {
                routes[(operation.Method, pathBase + operation.Path)] = operation;

                // Official clients append the path to a base address that ends in a slash.
                routes[(operation.Method, pathBase + "/" + operation.Path)] = operation;
            }

            Volatile.Write(ref _routes, routes);
        }
    }

    public EmulatedOperation? Find(string method, string path) => Volatile.Read(ref _routes).GetValueOrDefault((method, path));
}
