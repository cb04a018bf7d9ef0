namespace GenAuth.Sdk.Testing;

/// <summary>How the emulator signs id tokens, as the console says for an application. Access tokens are always signed with RS256.</summary>
public enum IdTokenAlgorithm
{
    /// <summary>RSA with SHA-256: with a key of this process, whose public half the emulator publishes under <c>/oidc/.well-known/jwks.json</c>.</summary>
    RS256,

    /// <summary>HMAC with SHA-256: with <see cref="GenAuthEmulatorOptions.AppSecret"/>.</summary>
    HS256,
}
