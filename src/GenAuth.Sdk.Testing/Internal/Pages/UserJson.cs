namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>A user as the REST API shows one.</summary>
internal sealed record UserJson(
    string UserId,
    string? PhoneNumber,
    string? PhoneCountryCode,
    string? Name,
    string? Nickname,
    string? Username,
    string? Email,
    string? Photo,
    bool HasSmsFactor,
    DateTimeOffset CreatedAt,
    int LoginsCount,
    DateTimeOffset? LastLogin)
{
    public static UserJson Create(EmulatedUser user) => new(
        user.UserId,
        user.PhoneNumber,
        user.PhoneCountryCode,
        user.Name,
        user.Nickname,
        user.Username,
        user.Email,
        user.Photo,
        user.HasSmsFactor,
        user.CreatedAt,
        user.LoginsCount,
        user.LastLogin);
}
