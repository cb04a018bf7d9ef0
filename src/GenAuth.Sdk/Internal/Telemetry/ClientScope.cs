using System.Collections;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>The log scope of a keyed client, as structured loggers read it.</summary>
internal sealed class ClientScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?> _client;

    public ClientScope(string key) => _client = new(Tags.Client, key);

    public int Count => 1;

    public KeyValuePair<string, object?> this[int index] => index == 0 ? _client : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return _client;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{_client.Key}: {_client.Value}";
}
