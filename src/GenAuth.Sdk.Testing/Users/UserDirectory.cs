using GenAuth.Sdk.Testing.Internal;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>The users that the emulator knows, those of all its applications. It keeps at most 100,000; the oldest go first. Thread-safe.</summary>
public sealed class UserDirectory
{
    private readonly UserTable _users = new();
    private readonly object _gate;
    private readonly TimeProvider _clock;

    internal UserDirectory(object gate, TimeProvider clock)
    {
        _gate = gate;
        _clock = clock;
    }

    /// <summary>All users, added or signed up, oldest first: a copy of this moment.</summary>
    public IReadOnlyList<EmulatedUser> All
    {
        get
        {
            lock (_gate)
                return [.. _users.OldestFirst];
        }
    }

    /// <summary>Adds a user, who can sign in with a code from now on.</summary>
    /// <param name="phoneNumber">The number in any spelling, with or without its country code, which wins over <paramref name="phoneCountryCode"/>.</param>
    /// <param name="phoneCountryCode">The country code of a number that names none; null or empty is +86.</param>
    /// <param name="name">The name. It and the other texts are cut at 256 characters.</param>
    /// <param name="nickname">The nickname.</param>
    /// <param name="username">The user name.</param>
    /// <param name="email">The email address.</param>
    /// <param name="photo">The address of a photo.</param>
    /// <returns>The user, with a new id.</returns>
    /// <exception cref="ArgumentException"><paramref name="phoneNumber"/> is no phone number or another user's, or <paramref name="phoneCountryCode"/> is no country code.</exception>
    public EmulatedUser Add(
        string phoneNumber,
        string? phoneCountryCode = null,
        string? name = null,
        string? nickname = null,
        string? username = null,
        string? email = null,
        string? photo = null)
    {
        (string countryCode, string number) = ReadNumber(phoneNumber, phoneCountryCode);
        lock (_gate)
        {
            if (FindExact(countryCode, number) is not null)
                throw new ArgumentException("There is a user with this phone number already.", nameof(phoneNumber));

            return Register(new EmulatedUser
            {
                PhoneCountryCode = countryCode,
                PhoneNumber = number,
                Name = name,
                Nickname = nickname,
                Username = username,
                Email = email,
                Photo = photo,
            });
        }
    }

    /// <summary>Finds the user of a phone number.</summary>
    /// <param name="phoneNumber">The number in any spelling, with or without its country code, which wins over <paramref name="phoneCountryCode"/>.</param>
    /// <param name="phoneCountryCode">The country code of a number that names none; null or empty is +86.</param>
    /// <returns>The user; null when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="phoneNumber"/> is no phone number, or <paramref name="phoneCountryCode"/> is no country code.</exception>
    public EmulatedUser? Find(string phoneNumber, string? phoneCountryCode = null)
    {
        (string countryCode, string number) = ReadNumber(phoneNumber, phoneCountryCode);
        lock (_gate)
            return FindExact(countryCode, number);
    }

    /// <summary>Finds a user by a number as requests have it, under the gate.</summary>
    internal EmulatedUser? FindExact(string countryCode, string number) => _users.FindByPhone(countryCode, number);

    /// <summary>Finds a user by id, under the gate.</summary>
    internal EmulatedUser? FindById(string id) => _users.FindById(id);

    /// <summary>Adds a user whose number is nobody else's, under the gate.</summary>
    internal EmulatedUser Register(EmulatedUser profile) => _users.Add(profile with
    {
        CreatedAt = _clock.GetUtcNow(),
        Name = BoundedText.Cut(profile.Name),
        Nickname = BoundedText.Cut(profile.Nickname),
        Username = BoundedText.Cut(profile.Username),
        Email = BoundedText.Cut(profile.Email),
        Photo = BoundedText.Cut(profile.Photo),
    });

    /// <summary>Changes a user, under the gate. A new number is nobody else's.</summary>
    internal EmulatedUser Change(EmulatedUser user) => _users.Replace(user);

    /// <summary>Notes that a user signed in, under the gate.</summary>
    internal EmulatedUser RecordLogin(EmulatedUser user) => Change(user with { LoginsCount = user.LoginsCount + 1, LastLogin = _clock.GetUtcNow() });

    /// <summary>Removes a user, under the gate: access tokens of the user are good for nothing from now on.</summary>
    internal void Remove(EmulatedUser user) => _users.Remove(user);

    /// <summary>Removes all users, under the gate.</summary>
    internal void Clear() => _users.Clear();

    private static (string CountryCode, string Number) ReadNumber(string phoneNumber, string? phoneCountryCode)
    {
        ArgumentNullException.ThrowIfNull(phoneNumber);
        string defaultCountryCode = CountryCode.Normalize(phoneCountryCode)
            ?? throw new ArgumentException("A country code is \"+\" and digits, \"+86\" for example, or null for +86.", nameof(phoneCountryCode));

        return PhoneNumber.TryParse(phoneNumber, defaultCountryCode: null, out PhoneNumber number)
            ? (number.CountryCode ?? defaultCountryCode, number.NationalNumber)
            : throw new ArgumentException("This is no phone number: digits, with or without separators and country code.", nameof(phoneNumber));
    }
}
