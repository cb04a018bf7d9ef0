using System.Security.Cryptography;
using System.Text;

namespace GenAuth.Sdk.AspNetCore.Internal.Numbers;

/// <summary>Makes the keys that limits and caches count by. A key holds a hash that nobody can compute without the secret, because all numbers could be tried.</summary>
internal sealed class PartitionKeys
{
    private const int SecretBytes = 32;
    private const string Derivation = "GenAuth.Sdk.AspNetCore partition keys";

    private readonly byte[] _secret;
    private readonly string _prefix;

    public PartitionKeys(string appId, string? partitionKeySecret, string? appSecret)
    {
        _prefix = "genauth:" + appId + ":";
        _secret = (partitionKeySecret, appSecret) switch
        {
            ({ } own, _) => Convert.FromBase64String(own),
            (null, { } app) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(app), SecretBytes, info: Encoding.UTF8.GetBytes(Derivation)),
            _ => RandomNumberGenerator.GetBytes(SecretBytes),
        };
    }

    /// <summary>Whether the text is a secret of at least 32 bytes, in base64.</summary>
    public static bool IsSecret(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && length >= SecretBytes;
    }

    public string Create(string purpose, string value) => _prefix + purpose + ":" + Hash(value);

    public string Hash(string value) => Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(value)));
}
