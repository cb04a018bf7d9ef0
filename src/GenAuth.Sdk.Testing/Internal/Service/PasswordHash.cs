using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What is kept of a password: enough to recognize it (PBKDF2, RFC 8018), and not the password.</summary>
internal sealed class PasswordHash
{
    // Requests are decided one at a time, so a hash must be quick. The passwords of an emulator guard nothing.
    private const int Rounds = 10_000;
    private const int Bytes = 32;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(Bytes);
    private readonly byte[] _hash;

    public PasswordHash(string password) => _hash = Compute(password);

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(_hash, Compute(password));

    private byte[] Compute(string password) => Rfc2898DeriveBytes.Pbkdf2(password, _salt, Rounds, HashAlgorithmName.SHA256, Bytes);
}
