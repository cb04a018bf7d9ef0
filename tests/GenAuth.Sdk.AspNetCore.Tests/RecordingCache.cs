using System.Collections.Concurrent;

using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>A distributed cache that remembers its keys, and fails or hangs on demand.</summary>
internal sealed class RecordingCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _values = new();

    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>What goes before each access: it may throw, or never end.</summary>
    public Func<Task> Prepare { get; set; } = static () => Task.CompletedTask;

    public DistributedCacheEntryOptions? Options { get; private set; }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await Prepare();
        return _values.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await Prepare();
        Options = options;
        _values[key] = value;
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
}
