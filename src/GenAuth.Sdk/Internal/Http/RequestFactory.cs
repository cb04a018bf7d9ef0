using System.Collections.Concurrent;
using System.Net.Http.Headers;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Builds the HTTP request of each attempt: an absolute address and per-message headers, nothing of the client's state.</summary>
internal sealed class RequestFactory
{
    private readonly ConcurrentDictionary<Operation, Uri> _endpoints = new();
    private readonly string _appHost;
    private readonly string _appId;
    private readonly string _appIdHeader;
    private readonly string _languageHeader;
    private readonly string _requestFromHeader;
    private readonly string _sdkVersionHeader;

    public RequestFactory(GenAuthClientOptions options)
    {
        _appHost = options.AppHost!.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _appId = options.AppId!;
        _appIdHeader = options.HeaderPrefix + "app-id";
        _languageHeader = options.HeaderPrefix + "lang";
        _requestFromHeader = options.HeaderPrefix + "request-from";
        _sdkVersionHeader = options.HeaderPrefix + "sdk-version";
    }

    /// <param name="call">The call.</param>
    /// <param name="body">The body of this attempt.</param>
    /// <param name="httpClient">The client that will send it, whose preferences for the HTTP version are honoured.</param>
    public HttpRequestMessage Create(Call call, RequestBody body, HttpClient httpClient)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, GetEndpoint(call.Operation)) { Content = body };
#if NET
        // HttpClient applies its preferences only to messages that it creates by itself.
        request.Version = httpClient.DefaultRequestVersion;
        request.VersionPolicy = httpClient.DefaultVersionPolicy;
#endif
        HttpRequestHeaders headers = request.Headers;

        headers.TryAddWithoutValidation("User-Agent", SdkIdentity.UserAgent);
        headers.TryAddWithoutValidation(_appIdHeader, _appId);
        headers.TryAddWithoutValidation(_requestFromHeader, "sdk");
        headers.TryAddWithoutValidation(_sdkVersionHeader, SdkIdentity.Header);
        if (call.Headers.Language is { } language)
            headers.TryAddWithoutValidation(_languageHeader, language);
        if (call.Headers.ClientIp is { } clientIp)
            headers.TryAddWithoutValidation("x-real-ip", clientIp);
        if (call.Headers.Authorization is { } authorization)
            headers.TryAddWithoutValidation("Authorization", authorization);

        return request;
    }

    // Appended, not resolved, because the path prefix of a private deployment must survive.
    private Uri GetEndpoint(Operation operation) =>
        _endpoints.TryGetValue(operation, out Uri? endpoint) ? endpoint : _endpoints.GetOrAdd(operation, new Uri(_appHost + operation.Path));
}
