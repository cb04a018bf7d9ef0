using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>A request to the REST API. What it lacks becomes a <see cref="BadHttpRequestException"/>, whose message is shown to the client.</summary>
internal sealed class RestRequest
{
    private const int MaxBodyLength = 64 * 1024;
    private const int MaxEchoedText = 256;

    private readonly HttpContext _context;

    public RestRequest(HttpContext context) => _context = context;

    /// <summary>Cancelled when the client went away.</summary>
    public CancellationToken Aborted => _context.RequestAborted;

    /// <summary>What a client of an event stream got last, when it comes back; else null.</summary>
    public string? LastEventId => _context.Request.Headers["Last-Event-ID"] is [{ } value] ? value : null;

    /// <summary>The value of a query parameter; null when it is absent.</summary>
    public string? GetQuery(string name) => _context.Request.Query[name] is [{ } value] ? value : null;

    /// <summary>The phone number in the query; null when there is none.</summary>
    public WrittenNumber? FindNumber()
    {
        if (GetQuery("phoneNumber") is not { } text)
            return null;

        // A plus that was not escaped arrives as a space.
        text = text.StartsWith(' ') ? "+" + text[1..] : text;
        try
        {
            return WrittenNumber.Parse(text, "phoneNumber");
        }
        catch (ArgumentException)
        {
            throw new BadHttpRequestException("phoneNumber cannot be a phone number: 1 to 15 digits, with or without separators and country code.");
        }
    }

    public WrittenNumber GetNumber() => FindNumber() ?? throw new BadHttpRequestException("The query parameter phoneNumber is required.");

    /// <summary>Refuses query parameters that nobody reads, and those that come twice.</summary>
    public void CheckQuery(IReadOnlyList<string> known)
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in _context.Request.Query)
        {
            if (!known.Contains(name, StringComparer.Ordinal) || values.Count != 1)
                throw new BadHttpRequestException(known.Count == 0 ? "This resource takes no query parameters." : $"The query parameters are {string.Join(", ", known)}, each of them once.");
        }
    }

    /// <summary>Refuses every body but JSON: a web page cannot send that without asking first.</summary>
    public void CheckMediaType()
    {
        HttpRequest request = _context.Request;
        bool hasBody = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;
        bool isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if ((hasBody || request.ContentType is not null) && !isJson)
            throw new BadHttpRequestException("A body must be application/json in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
    }

    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type)
    {
        using BoundedBuffer body = await ReadBodyAsync().ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body.Bytes.Span, type) ?? throw new BadHttpRequestException("A JSON object is required.");
        }
        catch (JsonException exception)
        {
            // Not the message of the exception, which names types of this assembly.
            string path = exception.Path is { Length: > MaxEchoedText } longPath ? longPath[..MaxEchoedText] : exception.Path ?? "$";
            throw new BadHttpRequestException($"The body is not the JSON that this resource takes, at {path}. See {RestApi.Prefix}/openapi.json.", exception);
        }
    }

    private async Task<BoundedBuffer> ReadBodyAsync()
    {
        var body = new BoundedBuffer(MaxBodyLength);
        await _context.Request.Body.CopyToAsync(body, Aborted).ConfigureAwait(false);
        return body.ExceedsLimit ? throw new BadHttpRequestException("A body has at most 64 KiB.", StatusCodes.Status413PayloadTooLarge) : body;
    }
}
