using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Privacy;
using GenAuth.Sdk.Internal.Resilience;
using GenAuth.Sdk.Internal.Telemetry;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal;

/// <summary>Makes a call of what an operation asks for: headers, private values, timeout. The one way from the public client to everything below.</summary>
internal sealed class OperationInvoker
{
    private readonly GenAuthClientOptions _options;
    private readonly string _appHost;
    private readonly CallPipeline _pipeline;

    public OperationInvoker(HttpClient httpClient, GenAuthClientOptions options, CallTelemetry telemetry)
    {
        _options = options;
        _appHost = options.AppHost!.OriginalString;
        Credentials = new ClientCredentials(options);
        _pipeline = new CallPipeline(new HttpTransport(httpClient, options), options, telemetry);
    }

    /// <summary>How the application proves who it is, for the operations that ask for it.</summary>
    public ClientCredentials Credentials { get; }

    /// <param name="operation">What to do.</param>
    /// <param name="request">What to send.</param>
    /// <param name="requestOptions">What is special about the call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Task<TResponse> InvokeAsync<TResponse>(
        Operation<TResponse> operation,
        OperationRequest request,
        GenAuthRequestOptions? requestOptions,
        CancellationToken cancellationToken)
        where TResponse : GenAuthResponse
    {
        RequestHeaders headers = RequestHeaders.Create(request, requestOptions, _options.Language);
        if (requestOptions?.Timeout is { } timeout && !GenAuthClientOptionsValidator.IsTimeout(timeout))
            throw new ArgumentException($"GenAuthRequestOptions.Timeout must be between 10 ms and one day, was {timeout}.", nameof(requestOptions));

        var call = new Call(operation, request, headers, Collect(request.PrivateValues, headers), requestOptions?.Timeout ?? _options.TotalTimeout, _options.TimeProvider);
        return _pipeline.SendAsync<TResponse>(call, cancellationToken);
    }

    // A server that was sent the secret once may echo it in any answer. What is part of AppHost is not private, because harmless messages of the platform name the host.
    private SensitiveValues Collect(string[] privateValues, RequestHeaders headers)
    {
        string[] values = (_options.AppSecret, headers.Credentials, headers.PrivateClientIp) switch
        {
            (null, null, null) => privateValues,
            ({ } secret, null, null) => [.. privateValues, secret],
            var (secret, credentials, clientIp) => [.. privateValues, .. ((string?[])[secret, credentials, clientIp]).OfType<string>()],
        };
        return new SensitiveValues(AnyIsPartOfAppHost(values) ? Array.FindAll(values, value => !IsPartOfAppHost(value)) : values);
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
