using System.Runtime.InteropServices;

namespace System.IO;

/// <summary>Reading that can be cancelled, as .NET 8 has it.</summary>
internal static class Streams
{
    extension(HttpContent content)
    {
        // With ResponseHeadersRead this call does not wait, because the stream exists already; reads wait.
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

            // A disposed stream can return 0, which means cancellation here, not the end of the body.
            cancellationToken.ThrowIfCancellationRequested();
            return read;
        }
    }
}
