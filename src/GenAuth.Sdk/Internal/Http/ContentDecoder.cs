#if NET
using System.Buffers;
#endif
using System.IO.Compression;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Undoes the content codings that this platform knows (RFC 9110, 8.4.1), up to the limit of a body.</summary>
internal static class ContentDecoder
{
    private const int ZlibHeaderLength = 2;

    /// <summary>Whether there is a coding to undo, and one that is known here.</summary>
    public static bool Knows(string encoding) => IsGzip(encoding) || IsDeflate(encoding) || IsBrotli(encoding);

    /// <summary>Decodes into <paramref name="decoded"/>, and stops once that is longer than a body may be.</summary>
    /// <returns>Whether the bytes were what the coding says.</returns>
    public static bool TryDecode(string encoding, ResponseBuffer encoded, ref ResponseBuffer decoded)
    {
        try
        {
            if (IsBrotli(encoding))
                return TryDecodeBrotli(encoded, ref decoded);

            using var source = new ClearingStream(encoded.Bytes, encoded.Length);
            using Stream stream = IsGzip(encoding) ? new GZipStream(source, CompressionMode.Decompress) : OpenDeflate(source);
            Copy(stream, ref decoded);
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static bool IsGzip(string encoding) => Is(encoding, "gzip") || Is(encoding, "x-gzip");

    private static bool IsDeflate(string encoding) => Is(encoding, "deflate");

    private static bool Is(string encoding, string name) => string.Equals(encoding, name, StringComparison.OrdinalIgnoreCase);

    private static void Copy(Stream stream, ref ResponseBuffer decoded)
    {
        while (decoded.Length <= BoundedBody.Limit)
        {
            int room = decoded.GetFree().Length;
            int read = stream.Read(decoded.Bytes, decoded.Length, room);
            if (read == 0)
                return;

            decoded.Add(read);
        }
    }

    // "deflate" names the zlib format (RFC 1950), and some servers send the bare one (RFC 1951).
    private static DeflateStream OpenDeflate(ClearingStream source)
    {
        if (source.HasZlibHeader())
            source.Position = ZlibHeaderLength;
        return new DeflateStream(source, CompressionMode.Decompress);
    }

#if NET
    private static bool IsBrotli(string encoding) => Is(encoding, "br");

    private static bool TryDecodeBrotli(ResponseBuffer encoded, ref ResponseBuffer decoded)
    {
        ReadOnlySpan<byte> source = encoded.Bytes.AsSpan(0, encoded.Length);
        using var decoder = default(BrotliDecoder);
        while (decoded.Length <= BoundedBody.Limit)
        {
            OperationStatus status = decoder.Decompress(source, decoded.GetFree().Span, out int consumed, out int written);
            source = source.Slice(consumed);
            decoded.Add(written);
            if (status is not OperationStatus.DestinationTooSmall)
                return status is OperationStatus.Done;
        }

        return true;
    }
#else
    private static bool IsBrotli(string encoding) => false;

    private static bool TryDecodeBrotli(ResponseBuffer encoded, ref ResponseBuffer decoded) => false;
#endif
}
