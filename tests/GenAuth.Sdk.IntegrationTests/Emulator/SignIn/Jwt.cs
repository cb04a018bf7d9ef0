using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

/// <summary>A token taken apart, and forged ones put together, without the library that made them.</summary>
internal sealed record Jwt(JsonElement Header, JsonElement Payload, string Signature)
{
    public static Jwt Read(string token)
    {
        string[] parts = token.Split('.');
        return new Jwt(Parse(parts[0]), Parse(parts[1]), parts[2]);
    }

    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        string content = Base64UrlEncoder.Encode(header) + "." + Base64UrlEncoder.Encode(payload);
        return content + "." + Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(content)));
    }

    /// <summary>The names of all claims, in the order of the alphabet.</summary>
    public string Claims => string.Join(' ', Payload.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal));

    public string? Text(string claim) => Payload.GetProperty(claim).GetString();

    public long Number(string claim) => Payload.GetProperty(claim).GetInt64();

    public static byte[] SignHs256(string key, byte[] content) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content);

    private static JsonElement Parse(string part) => JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.DecodeBytes(part));
}
