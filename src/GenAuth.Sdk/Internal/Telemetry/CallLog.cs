using GenAuth.Sdk.Internal.Calls;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>The log lines of a client's calls.</summary>
internal sealed class CallLog
{
    private const string Absent = "none";

    private readonly ILogger _logger;
    private readonly ClientScope? _scope;

    public CallLog(ILogger logger, string? clientKey)
    {
        _logger = logger;
        _scope = clientKey is null ? null : new ClientScope(clientKey);
    }

    public void Sending(Call call)
    {
        using IDisposable? scope = BeginScope();
        _logger.Sending(call.Operation.Name, call.Channel ?? Absent);
    }

    public void Retrying(Call call, string reason)
    {
        using IDisposable? scope = BeginScope();
        GenAuthResponse? response = (call.Last as AttemptResult.Answered)?.Response;
        _logger.Retrying(
            call.Operation.Name,
            call.Channel ?? Absent,
            call.Attempts,
            reason,
            call.RetryDelay.GetValueOrDefault(),
            GetApiCode(response),
            response?.RequestId ?? call.Failure?.RequestId ?? Absent);
    }

    public void Answered(Call call, GenAuthResponse response)
    {
        GenAuthErrorKind kind = response.ErrorKind;
        LogLevel level = GetLevel(kind);
        if (!_logger.IsEnabled(level))
            return;

        using IDisposable? scope = BeginScope();
        string operation = call.Operation.Name, channel = call.Channel ?? Absent, requestId = response.RequestId ?? Absent;
        if (kind is GenAuthErrorKind.Configuration)
            _logger.Misconfigured(operation, channel, response.StatusCode, GetApiCode(response), requestId);
        else
            _logger.Answered(level, operation, channel, kind, response.StatusCode, GetApiCode(response), requestId, call.Attempts, response.Outcome);
    }

    public void GaveUp(Call call, GenAuthException failure)
    {
        using IDisposable? scope = BeginScope();
        _logger.GaveUp(call.Operation.Name, call.Channel ?? Absent, failure.GetType().Name, call.Attempts, failure.Outcome, failure.RequestId ?? Absent);
    }

    public void Cancelled(Call call)
    {
        using IDisposable? scope = BeginScope();
        _logger.Cancelled(call.Operation.Name, call.Channel ?? Absent, call.Attempts, call.Outcome);
    }

    // An unknown application, payment and provider need an operator. A user who is too quick or mistypes a code needs nobody.
    private static LogLevel GetLevel(GenAuthErrorKind kind) => kind switch
    {
        GenAuthErrorKind.None or GenAuthErrorKind.ResendTooSoon or GenAuthErrorKind.InvalidCode => LogLevel.Debug,
        GenAuthErrorKind.Configuration => LogLevel.Error,
        GenAuthErrorKind.PaymentRequired or GenAuthErrorKind.Provider => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    private static object GetApiCode(GenAuthResponse? response) => response?.ApiCode ?? (object)Absent;

    private IDisposable? BeginScope() => _scope is null ? null : _logger.BeginScope(_scope);
}
