namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>A user to be added.</summary>
internal sealed record NewUserJson(string PhoneNumber)
{
    public string? PhoneCountryCode { get; init; }

    public string? Name { get; init; }

    public string? Nickname { get; init; }

    public string? Username { get; init; }

    public string? Email { get; init; }

    public string? Photo { get; init; }

    /// <exception cref="ArgumentException">The number is none, or another user's.</exception>
    public EmulatedUser AddTo(UserDirectory users) => users.Add(PhoneNumber, PhoneCountryCode, Name, Nickname, Username, Email, Photo);
}
