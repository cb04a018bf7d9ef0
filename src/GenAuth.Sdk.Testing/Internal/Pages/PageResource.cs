using System.Reflection;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The files of the inbox page. They hold nothing private: what the page shows it asks for, with the token where there is one.</summary>
internal static class PageResource
{
    public static IReadOnlyList<RestRoute> Routes { get; } =
    [
        // The page's addresses are relative, so that it works below any path: they need the slash.
        new("GET", string.Empty, static _ => Task.FromResult(RestResponse.Redirect(RestApi.Prefix[1..] + "/"))),
        CreateRoute("/", "index.html", "text/html; charset=utf-8"),
        CreateRoute("/inbox.css", "inbox.css", "text/css; charset=utf-8"),
        CreateRoute("/inbox.js", "inbox.js", "text/javascript; charset=utf-8"),
        CreateRoute("/icon.svg", "icon.svg", "image/svg+xml"),
    ];

    private static RestRoute CreateRoute(string path, string file, string contentType)
    {
        var content = new Lazy<byte[]>(() => Read("inbox/" + file));
        return new RestRoute("GET", path, _ => Task.FromResult(new RestResponse(StatusCodes.Status200OK, content.Value, contentType)));
    }

    /// <summary>Reads a file that is embedded in this assembly.</summary>
    public static byte[] Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
