namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>How the try of a code ended, with the tokens of a right one, and how long to wait where the service said so.</summary>
internal readonly record struct RedeemResult(RedeemEnd End, LoginTokens? Tokens = null, TimeSpan? Wait = null);
