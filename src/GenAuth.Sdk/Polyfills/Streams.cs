using System.Runtime.InteropServices;

namespace System.IO;

/// <summary>Reading that can be cancelled, as .NET 8 has it.</summary>
internal static class Streams
{
    // .NET Framework and Mono say 4. Their streams ask the token once, and then wait for as long as the server likes.
    private static readonly bool HonourTokens = Environment.Version.Major >= 5;

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
        /// <summary>
        /// Closes the stream on cancellation where the token alone would not end the read. Elsewhere the stream stays open until
        /// the read has ended, because a decompressor that is closed in the middle of its work ends the process.
        /// </summary>
        public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            using CancellationTokenRegistration registration = HonourTokens ? default : cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream);
            MemoryMarshal.TryGetArray(buffer, out ArraySegment<byte> segment);
            int read = await stream.ReadAsync(segment.Array!, segment.Offset, segment.Count, cancellationToken).ConfigureAwait(false);

            // A closed stream can return 0, which means cancellation here, not the end of the body.
            if (read == 0 && !HonourTokens)
                cancellationToken.ThrowIfCancellationRequested();
            return read;
        }
    }
}
