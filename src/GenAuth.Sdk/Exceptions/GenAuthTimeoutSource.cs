namespace GenAuth.Sdk;

/// <summary>Which deadline a <see cref="GenAuthTimeoutException"/> reports.</summary>
public enum GenAuthTimeoutSource
{
    /// <summary><see cref="GenAuthClientOptions.AttemptTimeout"/>: the last attempt took too long.</summary>
    Attempt = 0,

    /// <summary><see cref="GenAuthClientOptions.TotalTimeout"/> or <see cref="GenAuthRequestOptions.Timeout"/>: all attempts together took too long.</summary>
    Total = 1,

    /// <summary>
    /// A timeout of the injected client: its <see cref="System.Net.Http.HttpClient.Timeout"/>, or one of a handler in it
    /// (Polly's <c>TimeoutRejectedException</c>). <see cref="GenAuthTimeoutException.Timeout"/> is infinite when the
    /// handler did not say how long its timeout was.
    /// </summary>
    HttpClient = 2,
}
