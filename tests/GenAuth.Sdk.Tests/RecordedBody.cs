using System.Text;
using System.Text.Json.Nodes;

namespace GenAuth.Sdk.Tests;

/// <summary>Notes what a request carried before it answers.</summary>
internal sealed class RecordedBody
{
    public string Path { get; private set; } = "";

    public string Json { get; private set; } = "";

    public string? Authorization { get; private set; }

    public Step Then(Step step) => async (request, cancellationToken) =>
    {
        Path = request.RequestUri!.AbsolutePath;
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        Json = Encoding.UTF8.GetString(body.ToArray());
        Authorization = request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values) ? values.Single() : null;
        return await step(request, cancellationToken);
    };

    /// <summary>Whether the body has exactly these members, in whatever order.</summary>
    public void AssertJson(string expected) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(Json)), $"{Json}\nis not\n{expected}");
}
