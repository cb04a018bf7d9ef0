using System.Diagnostics;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>One send of a chaos run, recognizable at the server by its access token, and what the caller learnt.</summary>
internal sealed record ChaosCall(string AccessToken, string PhoneNumber, TimeSpan? CancelAfter)
{
    /// <summary>The outcome that was reported; null when the caller cancelled.</summary>
    public RequestOutcome? Outcome { get; private init; }

    /// <summary>The status that came back or the exception that was thrown.</summary>
    public string Result { get; private init; } = string.Empty;

    /// <summary>Set when something was thrown that is not documented.</summary>
    public Exception? Undocumented { get; private init; }

    public TimeSpan Elapsed { get; private init; }

    public async Task<ChaosCall> SendAsync(AuthenticationClient client)
    {
        using var cancellation = new CancellationTokenSource(CancelAfter ?? Timeout.InfiniteTimeSpan, TimeProvider.System);
        long start = Stopwatch.GetTimestamp();
        ChaosCall call = await SendAsync(client, cancellation.Token);
        return call with { Elapsed = Stopwatch.GetElapsedTime(start) };
    }

    private async Task<ChaosCall> SendAsync(AuthenticationClient client, CancellationToken cancellationToken)
    {
        try
        {
            SendSMSRespDto response = await client.SendSmsAsync(
                SmsChannel.Login,
                PhoneNumber,
                "+86",
                new GenAuthRequestOptions { AccessToken = AccessToken },
                cancellationToken);
            return this with { Outcome = response.Outcome, Result = $"status {response.StatusCode}" };
        }
        catch (GenAuthException exception) when (exception is GenAuthConnectionException or GenAuthTimeoutException or GenAuthResponseException)
        {
            return this with { Outcome = exception.Outcome, Result = exception.GetType().Name };
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested && exception.CancellationToken == cancellationToken)
        {
            return this with { Result = "cancelled by the caller" };
        }
        catch (Exception exception)
        {
            return this with { Result = exception.GetType().Name, Undocumented = exception };
        }
    }
}
