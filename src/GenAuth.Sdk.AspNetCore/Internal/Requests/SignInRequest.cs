namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>The body of <c>POST sign-in</c>.</summary>
internal sealed record SignInRequest(string? PhoneNumber, string? PhoneCountryCode, string? Code);
