using System.Collections.Concurrent;

using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>A distributed cache that remembers its keys, and fails on demand.</summary>
internal sealed class RecordingCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _values = new();

    public IEnumerable<string> Keys => _values.Keys;

    public bool Fails { get; set; }

    public DistributedCacheEntryOptions? Options { get; private set; }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        Fails ? throw new InvalidOperationException("Away.") : Task.FromResult(_values.GetValueOrDefault(key));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        if (Fails)
            throw new InvalidOperationException("Away.");
        Options = options;
        _values[key] = value;
        return Task.CompletedTask;
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
}
