namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>The names of tags: OpenTelemetry's where it has one, <c>genauth.</c> where it does not.</summary>
internal static class Tags
{
    public const string Client = "genauth.client";
    public const string Operation = "genauth.operation";
    public const string Channel = "genauth.channel";
    public const string StatusCode = "genauth.status_code";
    public const string ApiCode = "genauth.api_code";
    public const string RequestId = "genauth.request_id";
    public const string Outcome = "genauth.outcome";
    public const string Attempts = "genauth.attempts";
    public const string RetryDelay = "genauth.retry.delay";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    /// <summary>What stands for a value that may be anything (OpenTelemetry's name).</summary>
    public const string Other = "_OTHER";
}
