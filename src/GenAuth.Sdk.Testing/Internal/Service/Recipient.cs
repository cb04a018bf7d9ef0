namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Who gets an SMS and what for: what the one-minute rule counts by.</summary>
internal sealed record Recipient(string AppId, string PhoneCountryCode, string PhoneNumber, string Channel);
