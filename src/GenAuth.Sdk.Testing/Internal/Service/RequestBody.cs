using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The JSON object in a request's body. Dispose it when nothing reads it any more.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly JsonDocument? _document;

    private RequestBody(JsonDocument? document, bool exceedsLimit)
    {
        _document = document;
        ExceedsLimit = exceedsLimit;
    }

    public bool ExceedsLimit { get; }

    /// <summary>The object; null when the body is none.</summary>
    public JsonBody? Object => _document?.RootElement is { ValueKind: JsonValueKind.Object } root ? new JsonBody(root) : null;

    /// <summary>Reads a body, decompressing it where <paramref name="contentEncoding"/> says so.</summary>
    public static RequestBody Read(BoundedBuffer received, string? contentEncoding)
    {
        try
        {
            if (received.ExceedsLimit || !IsGzip(contentEncoding))
                return Parse(received);

            using var plain = new BoundedBuffer();
            received.Position = 0;
            using (var gzip = new GZipStream(received, CompressionMode.Decompress, leaveOpen: true))
                Copy(gzip, plain);
            return Parse(plain);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return new RequestBody(document: null, exceedsLimit: false);
        }
    }

    public void Dispose() => _document?.Dispose();

    private static RequestBody Parse(BoundedBuffer buffer)
    {
        if (buffer.ExceedsLimit)
            return new RequestBody(document: null, exceedsLimit: true);

        ReadOnlyMemory<byte> json = buffer.Bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? buffer.Bytes[Encoding.UTF8.Preamble.Length..] : buffer.Bytes;
        return new RequestBody(JsonDocument.Parse(json), exceedsLimit: false);
    }

    // Stops at the limit: a small body can decompress to gigabytes.
    private static void Copy(Stream source, BoundedBuffer target)
    {
        byte[] chunk = new byte[16 * 1024];
        while (!target.ExceedsLimit && source.Read(chunk) is > 0 and int count)
            target.Write(chunk, 0, count);
    }

    private static bool IsGzip(string? contentEncoding) =>
        string.Equals(contentEncoding, "gzip", StringComparison.OrdinalIgnoreCase) || string.Equals(contentEncoding, "x-gzip", StringComparison.OrdinalIgnoreCase);
}
