using System.Security.Cryptography;
using System.Text;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>What a request below <c>/_genauth</c> must bring along where others than this machine can send one.</summary>
internal sealed class BearerToken
{
    private const string Scheme = "Bearer ";
    private const int Bytes = 32;

    private readonly byte[] _expected;

    public BearerToken()
    {
        Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        _expected = Encoding.ASCII.GetBytes(Value);
    }

    public string Value { get; }

    public bool IsIn(HttpRequest request) =>
        request.Headers.Authorization is [{ } value]
        && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value[Scheme.Length..].Trim()), _expected);
}
