using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>A response of the REST API.</summary>
internal sealed record RestResponse(int Status, byte[] Body, string? ContentType)
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Where to go instead; null for every other response.</summary>
    public string? Location { get; private init; }

    /// <summary>Writes a body that has no end; null for one that is there.</summary>
    public Func<HttpResponse, Task>? WriteBodyAsync { get; private init; }

    public static RestResponse NoContent { get; } = new(StatusCodes.Status204NoContent, [], ContentType: null);

    public static RestResponse Json<T>(T value, JsonTypeInfo<T> type) => new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(value, type), JsonType);

    public static RestResponse JsonBytes(byte[] json) => new(StatusCodes.Status200OK, json, JsonType);

    public static RestResponse Redirect(string location) => new(StatusCodes.Status302Found, [], ContentType: null) { Location = location };

    public static RestResponse Stream(string contentType, Func<HttpResponse, Task> writeBodyAsync) => new(StatusCodes.Status200OK, [], contentType) { WriteBodyAsync = writeBodyAsync };

    /// <summary>A failure as RFC 9457 (ProblemDetails) describes one.</summary>
    public static RestResponse Problem(int status, string detail)
    {
        var problem = new ProblemJson(ReasonPhrases.GetReasonPhrase(status), status, detail);
        return new RestResponse(status, JsonSerializer.SerializeToUtf8Bytes(problem, RestJsonContext.Default.ProblemJson), "application/problem+json");
    }

    public async Task WriteAsync(HttpResponse target)
    {
        target.StatusCode = Status;
        target.ContentType = ContentType;
        if (Location is not null)
            target.Headers.Location = Location;
        if (WriteBodyAsync is not null)
            await WriteBodyAsync(target).ConfigureAwait(false);
        if (Body.Length == 0)
            return;

        target.ContentLength = Body.Length;
        await target.Body.WriteAsync(Body, target.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
