using System.Text;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>What the first step of a two-step operation hands to the second. Immutable; private, and printed without its value.</summary>
/// <remarks>Good once, for the user who asked. Pass <see cref="Value"/> to the second step as it is.</remarks>
public sealed record ActionToken
{
    /// <summary>The token, never empty in an answer of the service's.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>How long the token is good; null when the service did not say.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>How the answer of a first step is made: a success without the token is none.</summary>
    /// <param name="member">The member of the data that holds the token.</param>
    internal static ResponseFactory<GenAuthResponse<ActionToken>> ReadFrom(string member) => (in metadata, data) =>
    {
        if (!metadata.IsSuccess)
            return new GenAuthResponse<ActionToken>(metadata, null);

        return JsonMembers.Read(data, members => Read(members, member)) is { } token ? new GenAuthResponse<ActionToken>(metadata, token) : null;
    };

    private static ActionToken? Read(JsonMembers data, string member) =>
        data.GetText(member) is { } value ? new ActionToken { Value = value, ExpiresIn = data.GetSeconds("tokenExpiresIn") } : null;

    // The token is private.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(FormattableString.Invariant($"ExpiresIn = {ExpiresIn}"));
        return true;
    }
}
