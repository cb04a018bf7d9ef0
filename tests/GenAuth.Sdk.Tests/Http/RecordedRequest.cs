namespace GenAuth.Sdk.Tests.Http;

/// <summary>A request as the handler saw it, kept beyond its disposal.</summary>
internal sealed record RecordedRequest(string Method, string Address, SortedDictionary<string, string> Headers, string Body)
{
    /// <summary>Records <paramref name="message"/> and answers it with a success.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, Action<RecordedRequest> record)
    {
        long? length = message.Content!.Headers.ContentLength;
        Assert.NotNull(length);

        string body = await message.Content.ReadAsStringAsync();
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Headers.Concat(message.Content.Headers))
            headers.Add(header.Key, string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value));

        record(new RecordedRequest(message.Method.Method, message.RequestUri!.AbsoluteUri, headers, body));
        return new HttpResponseMessage { Content = new StringContent(Harness.Success) };
    }
}
