using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Says where the keys and the user information are (OpenID Connect Discovery). It names no endpoint that the emulator lacks.</summary>
internal sealed class OpenIdConfiguration : EmulatedOperation
{
    private readonly string _idTokenAlgorithm;

    public OpenIdConfiguration(ServiceState state)
        : base("OpenIdConfiguration", "/oidc/.well-known/openid-configuration")
    {
        Method = "GET";
        NeedsApplication = false;
        _idTokenAlgorithm = state.Settings.IdTokenAlgorithm.ToString();
    }

    public override Decision Decide(ServiceRequest request) => Decision.Accept(() => ServiceResponse.CreateBare(document => WriteMembers(document, request.Issuer)));

    private void WriteMembers(Utf8JsonWriter document, string issuer)
    {
        document.WriteString("issuer", issuer);
        document.WriteString("jwks_uri", issuer + "/.well-known/jwks.json");
        document.WriteString("userinfo_endpoint", issuer + "/me");
        WriteTexts(document, "id_token_signing_alg_values_supported", _idTokenAlgorithm);
        WriteTexts(document, "subject_types_supported", "public");
        WriteTexts(document, "scopes_supported", "openid", "profile", "phone", "email", "offline_access");
        WriteTexts(document, "token_endpoint_auth_methods_supported", "client_secret_post", "client_secret_basic", "none");
    }

    private static void WriteTexts(Utf8JsonWriter document, string name, params string[] texts)
    {
        document.WriteStartArray(name);
        foreach (string text in texts)
            document.WriteStringValue(text);
        document.WriteEndArray();
    }
}
