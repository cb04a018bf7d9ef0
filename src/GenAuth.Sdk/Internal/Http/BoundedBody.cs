using System.Buffers;
using System.IO.Compression;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>A response body in a pooled buffer, read up to a limit, so that no server decides how much memory a client spends.</summary>
internal readonly struct BoundedBody : IDisposable
{
    /// <summary>The most that is read, after decompression. An answer of the service is some hundred bytes.</summary>
    public const int Limit = 1024 * 1024;

    private const int InitialSize = 4 * 1024;

    private readonly byte[] _buffer;
    private readonly int _length;

    private BoundedBody(byte[] buffer, int length, string? fault = null)
    {
        _buffer = buffer;
        _length = length;
        Fault = fault;
    }

    /// <summary>Why this is not the whole body; null when it is.</summary>
    public string? Fault { get; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public static async ValueTask<BoundedBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream received = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using Stream stream = content.Headers.TryGetValues("Content-Encoding", out IEnumerable<string>? encodings) ? Decompressed(received, encodings) : received;

        byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
        int length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer);

                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return new BoundedBody(buffer, length);

                length += read;
                if (length > Limit)
                    return new BoundedBody(buffer, Limit, "the body is larger than 1 MiB");
            }
        }
        catch (InvalidDataException)
        {
            return new BoundedBody(buffer, 0, "the body cannot be decompressed");
        }
        catch
        {
            Return(buffer, buffer.Length);
            throw;
        }
    }

    public void Dispose() => Return(_buffer, Fault is null ? _length : _buffer.Length);

    // Nobody is asked to compress some hundred bytes, and the platform's handler lets every send pay for asking. Some gateways compress unasked.
    private static Stream Decompressed(Stream stream, IEnumerable<string> encodings) =>
        encodings.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        Return(buffer, buffer.Length);
        return larger;
    }

    // Cleared, because whoever rents it next must not find somebody's answer in it.
    private static void Return(byte[] buffer, int used)
    {
        Array.Clear(buffer, 0, used);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
