using System.Runtime.InteropServices;

namespace System.IO;

/// <summary>Reading that can be cancelled, as .NET 8 has it.</summary>
internal static class Streams
{
    extension(HttpContent content)
    {
        // Behind ResponseHeadersRead the stream is there already; only reading it waits.
        public Task<Stream> ReadAsStreamAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return content.ReadAsStreamAsync();
        }
    }

    extension(Stream stream)
    {
        /// <summary>Closes the stream on cancellation: those of .NET Framework ask the token once and then wait for as long as the server likes.</summary>
        public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            using CancellationTokenRegistration registration = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream);
            MemoryMarshal.TryGetArray(buffer, out ArraySegment<byte> segment);
            int read = await stream.ReadAsync(segment.Array!, segment.Offset, segment.Count, cancellationToken).ConfigureAwait(false);

            // A closed stream may just end, which is not how an answer ends.
            cancellationToken.ThrowIfCancellationRequested();
            return read;
        }
    }
}
