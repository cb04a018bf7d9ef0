using System.Net.Http.Headers;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Builds the HTTP request of each attempt: an absolute address and per-message headers, nothing of the client's state.</summary>
internal sealed class RequestFactory
{
    private const string Path = "/api/v3/send-sms";

    private readonly Uri _endpoint;
    private readonly string _appId;
    private readonly string _appIdHeader;
    private readonly string _languageHeader;
    private readonly string _requestFromHeader;
    private readonly string _sdkVersionHeader;

    public RequestFactory(GenAuthClientOptions options)
    {
        // Appended, not resolved: a private deployment's path prefix must survive.
        _endpoint = new Uri(options.AppHost!.GetLeftPart(UriPartial.Path).TrimEnd('/') + Path);
        _appId = options.AppId!;
        _appIdHeader = options.HeaderPrefix + "app-id";
        _languageHeader = options.HeaderPrefix + "lang";
        _requestFromHeader = options.HeaderPrefix + "request-from";
        _sdkVersionHeader = options.HeaderPrefix + "sdk-version";
    }

    public HttpRequestMessage Create(CallHeaders call, RequestBody body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = body };
        HttpRequestHeaders headers = request.Headers;

        headers.TryAddWithoutValidation("User-Agent", SdkVersion.UserAgent);
        headers.TryAddWithoutValidation(_appIdHeader, _appId);
        headers.TryAddWithoutValidation(_requestFromHeader, "sdk");
        headers.TryAddWithoutValidation(_sdkVersionHeader, SdkVersion.Header);
        if (call.Language is { } language)
            headers.TryAddWithoutValidation(_languageHeader, language);
        if (call.ClientIp is { } clientIp)
            headers.TryAddWithoutValidation("x-real-ip", clientIp);
        if (call.Authorization is { } authorization)
            headers.TryAddWithoutValidation("Authorization", authorization);

        return request;
    }
}
