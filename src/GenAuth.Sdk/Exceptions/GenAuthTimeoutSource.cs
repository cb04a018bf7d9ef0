namespace GenAuth.Sdk;

/// <summary>Which deadline a <see cref="GenAuthTimeoutException"/> reports.</summary>
public enum GenAuthTimeoutSource
{
    /// <summary><see cref="GenAuthClientOptions.AttemptTimeout"/>: the last attempt took too long.</summary>
    Attempt = 0,

    /// <summary><see cref="GenAuthClientOptions.TotalTimeout"/> or <see cref="GenAuthRequestOptions.Timeout"/>: all attempts together took too long.</summary>
    Total = 1,

    /// <summary>The <see cref="System.Net.Http.HttpClient.Timeout"/> of the injected client, or a handler in it, ended the attempt.</summary>
    HttpClient = 2,
}
