namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>Whose access token a request brought, and what the token is good for.</summary>
internal sealed record SignedInUser(EmulatedUser User, Scope Scope);
