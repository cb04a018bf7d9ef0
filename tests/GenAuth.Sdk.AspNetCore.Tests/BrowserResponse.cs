using System.Text.Json;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>What came back.</summary>
internal sealed class BrowserResponse
{
    public BrowserResponse(HttpResponseMessage response, string text)
    {
        Status = (int)response.StatusCode;
        Text = text;
        RetryAfter = (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds;
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? [.. cookies] : [];
        Headers = [.. response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Set-Cookie")
            .Select(header => header.Key + ": " + string.Join(", ", header.Value))];
    }

    public int Status { get; }

    public string Text { get; }

    public int? RetryAfter { get; }

    public string[] SetCookies { get; }

    public string[] Headers { get; }

    public int? ResendAfter => Json.TryGetProperty("resendAfter", out JsonElement value) ? value.GetInt32() : null;

    /// <summary>The last part of the problem's type; null where there is no problem.</summary>
    public string? Problem => Text.Length > 0 && Json.TryGetProperty("type", out JsonElement type) ? type.GetString()!.Split('/')[^1] : null;

    /// <summary>All that a stranger could compare: status, headers, cookies without their values, body.</summary>
    public string Shape => string.Join('\n', [Status.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Headers, .. SetCookies.Select(HideValue), Text]);

    private JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    private static string HideValue(string cookie)
    {
        int start = cookie.IndexOf('=', StringComparison.Ordinal) + 1, end = cookie.IndexOf(';', StringComparison.Ordinal);
        return cookie[..start] + new string('*', end - start) + cookie[end..];
    }
}
