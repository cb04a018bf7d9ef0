namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>The body of a 202.</summary>
/// <param name="ResendAfter">After how many seconds a further code may be asked for.</param>
internal sealed record AcceptedResponse(int ResendAfter);
