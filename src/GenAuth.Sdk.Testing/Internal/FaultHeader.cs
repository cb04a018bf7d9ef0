using System.Buffers;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>What a fault may put into the head of its answer.</summary>
internal static class FaultHeader
{
    public const string RetryAfter = "Retry-After";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Both front ends derive these from the body, and a header beside them would contradict it.
    private static readonly string[] OfTheBody = ["Content-Encoding", "Content-Length", "Content-Type", "Transfer-Encoding"];

    public static bool IsValue(string value) => value.All(c => c is >= ' ' and <= '~');

    public static void ThrowIfInvalid(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        if (name.AsSpan().ContainsAnyExcept(TokenCharacters))
            throw new ArgumentException("This is no name of a header.", nameof(name));
        if (OfTheBody.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException("The headers of the body follow from the body.", nameof(name));
        if (!IsValue(value))
            throw new ArgumentException("The value of a header is printable ASCII.", nameof(value));
    }

    /// <summary>Two moments to come back at would be none.</summary>
    public static IReadOnlyList<(string Name, string Value)> Add(IReadOnlyList<(string Name, string Value)> headers, string name, string value) =>
    [
        .. headers.Where(header => !IsRetryAfter(name) || !IsRetryAfter(header.Name)),
        (name, value),
    ];

    private static bool IsRetryAfter(string name) => string.Equals(name, RetryAfter, StringComparison.OrdinalIgnoreCase);
}
