namespace GenAuth.Sdk.AspNetCore;

/// <summary>How the service signs id tokens, as the GenAuth console says for the application. The option decides, never the token.</summary>
public enum IdTokenAlgorithm
{
    /// <summary>RSA with SHA-256, verified with the keys that the service publishes below <c>{AppHost}/oidc</c>.</summary>
    RS256,

    /// <summary>HMAC with SHA-256, verified with <see cref="GenAuthClientOptions.AppSecret"/>, which must have at least 32 bytes.</summary>
    HS256,
}
