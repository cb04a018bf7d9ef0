using System.Text;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>A user of the emulator, as of the moment that it was asked for. Immutable. Texts are cut at 256 characters.</summary>
/// <remarks>Its <c>ToString()</c> shows the user id alone, so that it can stand in a log.</remarks>
public sealed record EmulatedUser
{
    internal EmulatedUser()
    {
    }

    /// <summary>The id, 24 hexadecimal digits: the <c>sub</c> of tokens.</summary>
    public string UserId { get; internal init; } = string.Empty;

    /// <summary>The phone number without its country code; null when the user has none.</summary>
    public string? PhoneNumber { get; internal init; }

    /// <summary>The country code in canonical form, <c>+86</c> for example; null when the user has no phone number.</summary>
    public string? PhoneCountryCode { get; internal init; }

    /// <summary>The name; null when there is none.</summary>
    public string? Name { get; internal init; }

    /// <summary>The nickname; null when there is none.</summary>
    public string? Nickname { get; internal init; }

    /// <summary>The user name; null when there is none. The emulator does not ask that it be unique.</summary>
    public string? Username { get; internal init; }

    /// <summary>The email address; null when there is none. The emulator neither checks it nor asks that it be unique.</summary>
    public string? Email { get; internal init; }

    /// <summary>The address of the photo; null when there is none.</summary>
    public string? Photo { get; internal init; }

    /// <summary>Whether a phone is enrolled as a second factor.</summary>
    public bool HasSmsFactor { get; internal init; }

    /// <summary>When the user was added or signed up, by the emulator's clock.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>How often the user signed in.</summary>
    public int LoginsCount { get; internal init; }

    /// <summary>When the user last signed in, by the emulator's clock; null when that never happened.</summary>
    public DateTimeOffset? LastLogin { get; internal init; }

    /// <summary>What is kept of the password; null when there is none.</summary>
    internal PasswordHash? Password { get; init; }

    /// <summary>Whether this is the user's password, as a sign-in with one would ask. The emulator keeps a hash of it.</summary>
    /// <param name="password">The password to try.</param>
    /// <returns>Whether it is right; false when the user has no password.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="password"/> is null.</exception>
    public bool VerifyPassword(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return Password is not null && Password.Matches(password);
    }

    // Its name and shape are fixed: the generated ToString() calls it.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("UserId = ").Append(UserId);
        return true;
    }
}
