namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Who gets an SMS and what for. Cooldowns and codes belong to one.</summary>
internal sealed record Recipient(string AppId, string PhoneCountryCode, string PhoneNumber, string Channel);
