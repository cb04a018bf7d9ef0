using System.Buffers;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>The headers that a fault may add to its response.</summary>
internal static class FaultHeader
{
    public const string RetryAfter = "Retry-After";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Both transports derive these from the body; another value would contradict it.
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

    /// <summary><c>Retry-After</c> replaces an earlier one, because two would contradict each other.</summary>
    public static IReadOnlyList<(string Name, string Value)> Add(IReadOnlyList<(string Name, string Value)> headers, string name, string value) =>
    [
        .. headers.Where(header => !IsRetryAfter(name) || !IsRetryAfter(header.Name)),
        (name, value),
    ];

    private static bool IsRetryAfter(string name) => string.Equals(name, RetryAfter, StringComparison.OrdinalIgnoreCase);
}
