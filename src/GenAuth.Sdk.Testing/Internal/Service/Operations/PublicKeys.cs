using System.Security.Cryptography;
using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service.Tokens;

using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>The public key that tokens are verified with, as a JSON Web Key Set.</summary>
internal sealed class PublicKeys : EmulatedOperation
{
    public PublicKeys()
        : base("PublicKeys", "/oidc/.well-known/jwks.json")
    {
        Method = "GET";
        NeedsApplication = false;
    }

    public override Decision Decide(ServiceRequest request) => Decision.Accept(() => ServiceResponse.CreateBare(WriteKeys));

    private static void WriteKeys(Utf8JsonWriter document)
    {
        RSAParameters parameters = SigningKey.Value.Parameters;
        document.WriteStartArray("keys");
        document.WriteStartObject();
        document.WriteString("kty", "RSA");
        document.WriteString("use", "sig");
        document.WriteString("alg", SecurityAlgorithms.RsaSha256);
        document.WriteString("kid", SigningKey.Value.KeyId);
        document.WriteString("n", Base64UrlEncoder.Encode(parameters.Modulus));
        document.WriteString("e", Base64UrlEncoder.Encode(parameters.Exponent));
        document.WriteEndObject();
        document.WriteEndArray();
    }
}
