namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A request as either transport took it in.</summary>
internal sealed class ReceivedRequest
{
    private readonly Func<string, string?> _header;

    /// <param name="method">The HTTP method.</param>
    /// <param name="origin">Scheme, host and port that it was sent to, and the path that the emulator is mounted at, if any.</param>
    /// <param name="path">The path, escaped as it came, without the query.</param>
    /// <param name="body">The body as it came, compressed where it was.</param>
    /// <param name="header">Gives the first value of a header, or null.</param>
    public ReceivedRequest(string method, string origin, string path, BoundedBuffer body, Func<string, string?> header)
    {
        Method = method;
        Origin = origin;
        Path = path;
        Body = body;
        _header = header;
    }

    public string Method { get; }

    public string Origin { get; }

    public string Path { get; }

    public BoundedBuffer Body { get; }

    public string? AppId => GetOwn("app-id");

    public string? UserPoolId => GetOwn("userpool-id");

    public string? LanguageTag => GetOwn("lang");

    public string? ClientIp => GetHeader("x-real-ip");

    /// <summary>The end user's token. Credentials of an application are none.</summary>
    public string? AccessToken => AuthorizationHeader.ReadAccessToken(GetHeader("authorization"));

    /// <summary>The value of a header; null when it is absent or empty.</summary>
    public string? GetHeader(string name) => _header(name) is { Length: > 0 } value ? value : null;

    private string? GetOwn(string name) => GetHeader("x-genauth-" + name) ?? GetHeader("x-authing-" + name);
}
