namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>The body of <c>POST code</c>.</summary>
internal sealed record SendCodeRequest(string? PhoneNumber, string? PhoneCountryCode);
