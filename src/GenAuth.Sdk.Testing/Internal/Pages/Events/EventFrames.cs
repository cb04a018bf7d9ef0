using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>Server-sent events, ready to be written. Their data is one line of JSON, because the serializer escapes whatever could end a line.</summary>
internal sealed class EventFrames : IDisposable
{
    private readonly MemoryStream _bytes = new();

    public long Length => _bytes.Length;

    /// <param name="name">The name of the event.</param>
    /// <param name="data">What it says.</param>
    /// <param name="type">How to write that.</param>
    /// <param name="id">Where a client that comes back wants to go on; null leaves that as it is.</param>
    public void Add<T>(string name, T data, JsonTypeInfo<T> type, string? id = null)
    {
        Write(id is null ? $"event: {name}\ndata: " : $"event: {name}\nid: {id}\ndata: ");
        JsonSerializer.Serialize(_bytes, data, type);
        Write("\n\n");
    }

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        _bytes.Position = 0;
        return _bytes.CopyToAsync(target, cancellationToken);
    }

    public void Dispose() => _bytes.Dispose();

    private void Write(string text) => _bytes.Write(Encoding.ASCII.GetBytes(text));
}
