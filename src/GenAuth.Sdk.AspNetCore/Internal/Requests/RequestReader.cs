using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using GenAuth.Sdk.AspNetCore.Internal.Endpoints;

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>Reads a body: JSON, in UTF-8, at most 4 KiB. A page of another site cannot send that without being asked for permission first.</summary>
internal static class RequestReader
{
    private const int MaxBytes = 4096;

    /// <summary>Reads it; where it cannot be read, the problem is not null.</summary>
    public static async Task<(T? Request, Problem? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (!IsJson(request.ContentType))
            return (null, Problem.UnsupportedMediaType);
        if (request.ContentLength > MaxBytes)
            return (null, Problem.TooLarge);

        byte[] buffer = new byte[MaxBytes + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return length > MaxBytes ? (null, Problem.TooLarge) : Deserialize(buffer.AsSpan(0, length), type);
    }

    private static (T?, Problem?) Deserialize<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) is { } request ? (request, null) : (null, Problem.InvalidRequest);
        }
        catch (JsonException)
        {
            return (null, Problem.InvalidRequest);
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
