namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>A code as people type it.</summary>
internal static class SubmittedCode
{
    private const int MaxLength = 64;

    /// <summary>Whether the client takes it: 1 to 64 characters without the spaces around them, no control character.</summary>
    public static bool IsOne(string? code) => code?.Trim() is { Length: >= 1 and <= MaxLength } trimmed && !trimmed.Any(char.IsControl);
}
