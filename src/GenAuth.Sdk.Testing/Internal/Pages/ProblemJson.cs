namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The members of RFC 9457 that the REST API fills in.</summary>
internal sealed record ProblemJson(string Title, int Status, string Detail);
