using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The users, found by id and by phone number. It keeps at most 100,000; the oldest go first. Its methods are called under the gate.</summary>
internal sealed class UserTable
{
    private const int Capacity = 100_000;
    private const int IdDigits = 24;

    // A list of nodes, so that a user goes from the middle of it without a search.
    private readonly LinkedList<EmulatedUser> _oldestFirst = [];
    private readonly Dictionary<string, LinkedListNode<EmulatedUser>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string CountryCode, string Number), string> _idsByPhone = [];

    public IEnumerable<EmulatedUser> OldestFirst => _oldestFirst;

    public EmulatedUser? FindById(string id) => _byId.GetValueOrDefault(id)?.Value;

    public EmulatedUser? FindByPhone(string countryCode, string number) => _idsByPhone.TryGetValue((countryCode, number), out string? id) ? FindById(id) : null;

    /// <summary>Adds a user whose number is nobody else's, with a new id.</summary>
    public EmulatedUser Add(EmulatedUser profile)
    {
        EmulatedUser user = profile with { UserId = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true) };
        if (_byId.Count == Capacity)
            Remove(_oldestFirst.First!.Value);

        _byId.Add(user.UserId, _oldestFirst.AddLast(user));
        AddPhone(user);
        return user;
    }

    /// <summary>Puts a changed user in the place of the one with the same id.</summary>
    public EmulatedUser Replace(EmulatedUser user)
    {
        LinkedListNode<EmulatedUser> node = _byId[user.UserId];
        RemovePhone(node.Value);
        node.Value = user;
        AddPhone(user);
        return user;
    }

    public void Remove(EmulatedUser user)
    {
        if (!_byId.Remove(user.UserId, out LinkedListNode<EmulatedUser>? node))
            return;

        RemovePhone(node.Value);
        _oldestFirst.Remove(node);
    }

    public void Clear()
    {
        _oldestFirst.Clear();
        _byId.Clear();
        _idsByPhone.Clear();
    }

    private void AddPhone(EmulatedUser user)
    {
        if (user is { PhoneCountryCode: { } countryCode, PhoneNumber: { } number })
            _idsByPhone.Add((countryCode, number), user.UserId);
    }

    private void RemovePhone(EmulatedUser user)
    {
        if (user is { PhoneCountryCode: { } countryCode, PhoneNumber: { } number })
            _idsByPhone.Remove((countryCode, number));
    }
}
