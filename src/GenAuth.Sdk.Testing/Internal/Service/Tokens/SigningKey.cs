using System.Security.Cryptography;

using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>The RSA key of this process. It is made on first use, because that takes up to half a second, and never leaves the process.</summary>
internal static class SigningKey
{
    private const int Bits = 2048;

    private static readonly Lazy<RsaSecurityKey> Key = new(Create);

    public static RsaSecurityKey Value => Key.Value;

    // Parameters instead of an RSA object: each signature then works on an object of its own, and emulators can sign at once.
    private static RsaSecurityKey Create()
    {
        using var rsa = RSA.Create(Bits);
        return new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = Guid.NewGuid().ToString("N") };
    }
}
