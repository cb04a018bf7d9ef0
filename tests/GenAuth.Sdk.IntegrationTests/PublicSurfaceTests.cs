using System.Net;
using System.Text.Json;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests;

/// <summary>The public surface as a consumer compiles it, nullable warnings being errors: a renamed member breaks this file.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public async Task A_mocked_client_needs_no_service()
    {
        AuthenticationClient client = new MockedClient();

        SendSMSRespDto response = (await client.SendSmsAsync(
            channel: SmsChannel.Login,
            phoneNumber: "5550100",
            phoneCountryCode: null,
            requestOptions: null,
            cancellationToken: CancellationToken.None)).EnsureSuccess();

        Assert.Equal("CHANNEL_LOGIN", response.Message);
    }

    [Fact]
    public void Clients_are_built_with_and_without_an_HttpClient()
    {
        var options = new GenAuthClientOptions
        {
            AppId = "app-1",
            AppHost = new Uri("https://example.genauth.ai"),
            AllowInsecureHttp = false,
            Language = "en-US",
            HeaderPrefix = "x-genauth-",
            AttemptTimeout = TimeSpan.FromSeconds(10),
            TotalTimeout = TimeSpan.FromSeconds(30),
            Retry = new GenAuthRetryOptions { MaxRetries = 2, BaseDelay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(8), RetryUnknownOutcomes = false },
            TimeProvider = TimeProvider.System,
        };
        using var httpClient = new HttpClient();
        ILogger<AuthenticationClient>? logger = null;

        Assert.NotNull(new AuthenticationClient(options));
        Assert.NotNull(new AuthenticationClient(httpClient, options));
        Assert.NotNull(new AuthenticationClient(httpClient, options, logger));
        Assert.DoesNotContain("app-1", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Request_options_say_what_a_call_needs()
    {
        var options = new GenAuthRequestOptions { AccessToken = "t0ken", ClientIp = IPAddress.Loopback, Language = "ja-JP", Timeout = TimeSpan.FromSeconds(5) };

        Assert.DoesNotContain("t0ken", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_and_exceptions_are_constructible_for_test_doubles()
    {
        var response = new SendSMSRespDto
        {
            StatusCode = 422,
            Message = "m",
            ApiCode = GenAuthApiCodes.SmsSentTooRecently,
            RequestId = "r",
            RetryAfter = TimeSpan.FromSeconds(1),
        };
        Exception cause = new InvalidOperationException();

        GenAuthException[] exceptions =
        [
            new("m", cause) { Operation = "SendSms", Outcome = RequestOutcome.Unknown, Attempts = 1, RequestId = "r" },
            new GenAuthConnectionException("m", cause),
            new GenAuthTimeoutException("m", cause) { TimeoutSource = GenAuthTimeoutSource.Total, Timeout = TimeSpan.FromSeconds(1) },
            new GenAuthResponseException("m", cause)
            {
                HttpStatusCode = HttpStatusCode.BadGateway,
                ContentType = "text/html",
                Body = "b",
                RetryAfter = TimeSpan.FromSeconds(1),
            },
            new GenAuthApiException("m", cause)
            {
                StatusCode = 422,
                ApiCode = 4004,
                ErrorKind = GenAuthErrorKind.ResendTooSoon,
                RetryAfter = TimeSpan.FromSeconds(1),
                ServerMessage = "s",
            },
        ];

        Assert.False(response.IsSuccess);
        Assert.Equal(GenAuthErrorKind.ResendTooSoon, response.ErrorKind);
        Assert.Equal(RequestOutcome.NotProcessed, response.Outcome);
        Assert.All(exceptions, exception => Assert.Same(cause, exception.InnerException));
        Assert.All([.. exceptions.Select(exception => exception.GetType())], type => Assert.NotNull(Activator.CreateInstance(type, "m", null)));
    }

    [Fact]
    public void Enumerations_have_their_documented_members()
    {
        Assert.Equal(["Unknown", "NotProcessed", "Processed"], Enum.GetNames<RequestOutcome>());
        Assert.Equal(RequestOutcome.Unknown, default);
        Assert.Equivalent(
            new[] { "None", "InvalidArgument", "Unauthorized", "PaymentRequired", "Forbidden", "NotFound", "Conflict", "ResendTooSoon", "InvalidOperation", "RateLimited", "Configuration", "Provider", "ServiceUnavailable", "Server", "InvalidCode", "Unknown" },
            Enum.GetNames<GenAuthErrorKind>(),
            strict: true);
        Assert.Equal("GenAuth.Sdk", GenAuthTelemetry.ActivitySourceName);
        Assert.Equal("GenAuth.Sdk", GenAuthTelemetry.MeterName);
    }

    [Fact]
    public void Every_form_of_registration_returns_the_HTTP_builder()
    {
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder().Build();

        IHttpClientBuilder[] builders =
        [
            services.AddGenAuthClient(),
            services.AddGenAuthClient(options => options.AppId = "a"),
            services.AddGenAuthClient(configuration),
            services.AddKeyedGenAuthClient("a"),
            services.AddKeyedGenAuthClient("a", options => options.AppId = "a"),
            services.AddKeyedGenAuthClient("a", configuration),
        ];

        Assert.Equal(["GenAuth.Sdk", "GenAuth.Sdk", "GenAuth.Sdk", "GenAuth.Sdk:a", "GenAuth.Sdk:a", "GenAuth.Sdk:a"], builders.Select(builder => builder.Name));
    }

    [Fact]
    public void A_channel_is_a_value_and_a_string()
    {
        SmsChannel channel = "CHANNEL_OF_TOMORROW";

        Assert.Equal(new SmsChannel("CHANNEL_OF_TOMORROW"), channel);
        Assert.Equal("CHANNEL_OF_TOMORROW", channel.Value);
        Assert.Equal("""{"statusCode":200,"message":"m"}""", JsonSerializer.Serialize(new SendSMSRespDto { StatusCode = 200, Message = "m" }));
    }

    private sealed class MockedClient : AuthenticationClient
    {
        public override Task<SendSMSRespDto> SendSmsAsync(
            SmsChannel channel,
            string phoneNumber,
            string? phoneCountryCode = null,
            GenAuthRequestOptions? requestOptions = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new SendSMSRespDto { StatusCode = 200, Message = channel.Value });
    }
}
