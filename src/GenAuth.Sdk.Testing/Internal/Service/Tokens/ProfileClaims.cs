namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>What id tokens and user information say of a user, by the claims of OpenID Connect for each scope. Claims without a value are left out.</summary>
internal static class ProfileClaims
{
    public static IEnumerable<KeyValuePair<string, object>> Create(EmulatedUser user, Scope scope)
    {
        if (scope.Has("phone") && user.PhoneNumber is not null)
        {
            yield return new("phone_number", user.PhoneCountryCode + user.PhoneNumber);
            yield return new("phone_number_verified", true);
        }

        if (scope.Has("email") && user.Email is not null)
        {
            yield return new("email", user.Email);
            yield return new("email_verified", false);
        }

        if (!scope.Has("profile"))
            yield break;
        if (user.Name is not null)
            yield return new("name", user.Name);
        if (user.Nickname is not null)
            yield return new("nickname", user.Nickname);
        if (user.Photo is not null)
            yield return new("picture", user.Photo);
    }
}
