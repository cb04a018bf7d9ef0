namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The health of the emulator.</summary>
internal sealed record StatusJson(string Status);
