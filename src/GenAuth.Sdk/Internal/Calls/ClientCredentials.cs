using System.Net;
using System.Text;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>How the application proves who it is (RFC 6749, 2.3.1).</summary>
internal sealed class ClientCredentials
{
    private readonly string _appId;
    private readonly string? _appSecret;
    private readonly TokenEndpointAuthMethod _method;

    public ClientCredentials(GenAuthClientOptions options)
    {
        _appId = options.AppId!;
        _appSecret = options.AppSecret;
        _method = options.TokenEndpointAuthMethod ?? (_appSecret is null ? TokenEndpointAuthMethod.None : TokenEndpointAuthMethod.ClientSecretPost);
    }

    /// <summary>The member <c>client_id</c> of the body; null where the credentials do not travel there.</summary>
    public string? PostedId => _method is TokenEndpointAuthMethod.ClientSecretPost ? _appId : null;

    /// <summary>The member <c>client_secret</c> of the body; null where the credentials do not travel there.</summary>
    public string? PostedSecret => _method is TokenEndpointAuthMethod.ClientSecretPost ? _appSecret : null;

    /// <summary>The credentials of the scheme <c>Basic</c>; null where the credentials do not travel there. Both parts are form-encoded first.</summary>
    public string? Basic => _method is TokenEndpointAuthMethod.ClientSecretBasic
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(_appId)}:{WebUtility.UrlEncode(_appSecret)}"))
        : null;
}
