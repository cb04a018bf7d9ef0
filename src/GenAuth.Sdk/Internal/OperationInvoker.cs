using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Privacy;
using GenAuth.Sdk.Internal.Resilience;
using GenAuth.Sdk.Internal.Telemetry;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal;

/// <summary>Runs operations: headers, telemetry, pipeline, typed response. The one way from the public client to everything below.</summary>
internal sealed class OperationInvoker
{
    private readonly GenAuthClientOptions _options;
    private readonly string _appHost;
    private readonly CallPipeline _pipeline;
    private readonly CallTelemetry _telemetry;

    public OperationInvoker(HttpClient httpClient, GenAuthClientOptions options, CallTelemetry telemetry)
    {
        _options = options;
        _appHost = options.AppHost!.OriginalString;
        _telemetry = telemetry;
        Credentials = new ClientCredentials(options);
        _pipeline = new CallPipeline(new HttpTransport(httpClient, options), options, telemetry);
    }

    /// <summary>How the application proves who it is, for the operations that ask for it.</summary>
    public ClientCredentials Credentials { get; }

    /// <param name="operation">What to do.</param>
    /// <param name="request">What to send.</param>
    /// <param name="requestOptions">What is special about the call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<TResponse> InvokeAsync<TResponse>(
        Operation<TResponse> operation,
        OperationRequest request,
        GenAuthRequestOptions? requestOptions,
        CancellationToken cancellationToken)
        where TResponse : GenAuthResponse
    {
        RequestHeaders headers = RequestHeaders.Create(request, requestOptions, _options.Language);
        if (requestOptions?.Timeout is { } timeout && !GenAuthClientOptionsValidator.IsTimeout(timeout))
            throw new ArgumentException($"GenAuthRequestOptions.Timeout must be between 10 ms and one day, was {timeout}.", nameof(requestOptions));

        var call = new Call(operation, request.Json, headers, Collect(request.PrivateValues, headers), requestOptions?.Timeout ?? _options.TotalTimeout, _options.TimeProvider)
        {
            Channel = request.Channel,
            Span = _telemetry.StartSpan(operation, request.Channel),
        };
        _telemetry.Started(call);
        try
        {
            GenAuthResponse response = await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            _telemetry.Answered(call, response);
            return (TResponse)response;
        }
        catch (GenAuthException exception)
        {
            _telemetry.Failed(call, exception);
            throw;
        }
        catch (OperationCanceledException)
        {
            _telemetry.Cancelled(call);
            throw;
        }
        finally
        {
            Array.Clear(request.Json, 0, request.Json.Length);
        }
    }

    // A server that was sent the secret once may echo it in any answer. What is part of AppHost is not private, because harmless messages of the platform name the host.
    private SensitiveValues Collect(string[] privateValues, RequestHeaders headers)
    {
        if (_options.AppSecret is null && headers is { Authorization: null, ClientIp: null } && !AnyIsPartOfAppHost(privateValues))
            return new SensitiveValues(privateValues);

        IEnumerable<string> values = [.. privateValues, _options.AppSecret ?? string.Empty, headers.Credentials ?? string.Empty, headers.PrivateClientIp ?? string.Empty];
        return new SensitiveValues([.. values.Where(value => value.Length > 0 && !IsPartOfAppHost(value))]);
    }

    private bool AnyIsPartOfAppHost(string[] values)
    {
        foreach (string value in values)
        {
            if (IsPartOfAppHost(value))
                return true;
        }

        return false;
    }

    private bool IsPartOfAppHost(string value) => _appHost.Contains(value, StringComparison.Ordinal);
}
