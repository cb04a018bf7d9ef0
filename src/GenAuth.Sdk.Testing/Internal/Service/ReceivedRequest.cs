namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A request as either front end took it in.</summary>
internal sealed record ReceivedRequest(string Method, string Path, BoundedBuffer Body)
{
    private const string BearerPrefix = "Bearer ";

    public string? AppId { get; private init; }

    public string? LanguageTag { get; private init; }

    public string? ClientIp { get; private init; }

    public string? AccessToken { get; private init; }

    /// <summary>Reads the headers that matter; <paramref name="header"/> gives the first value of one, or null.</summary>
    public static ReceivedRequest Create(string method, string path, BoundedBuffer body, Func<string, string?> header)
    {
        string? Value(string name) => header(name) is { Length: > 0 } value ? value : null;
        string? Own(string name) => Value("x-genauth-" + name) ?? Value("x-authing-" + name);

        return new ReceivedRequest(method, path, body)
        {
            AppId = Own("app-id"),
            LanguageTag = Own("lang"),
            ClientIp = Value("x-real-ip"),
            AccessToken = WithoutScheme(Value("authorization")),
        };
    }

    private static string? WithoutScheme(string? authorization) =>
        authorization is not null && authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? authorization[BearerPrefix.Length..]
            : authorization;
}
