using System.Net.Http.Headers;

namespace Quickstart;

/// <summary>Asks who an access token belongs to (OpenID Connect Core 1.0, 5.3).</summary>
internal static class UserInfo
{
    public static async Task<string> ReadAsync(Uri appHost, string accessToken)
    {
        using var httpClient = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(appHost.AbsoluteUri.TrimEnd('/') + "/oidc/me"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

        using HttpResponseMessage response = await httpClient.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
