using System.Net;
using System.Net.Http.Json;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Pages;

/// <summary>The endpoint that OUTCOMES.md shows is safe to paste: it runs here as it stands there.</summary>
public sealed class WebSampleTests : IAsyncLifetime
{
    private GenAuthEmulator _genAuth = null!;
    private RunningWebProgram _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var page = new Page("src/GenAuth.Sdk/OUTCOMES.md");
        using MemoryStream program = Snippet.CompileWebProgram(page.Blocks("csharp").Single(block => block.Contains("WebApplication", StringComparison.Ordinal)));
        _genAuth = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        _app = await RunningWebProgram.StartAsync(
            program,
            "--GenAuth:AppId=" + _genAuth.AppId,
            "--GenAuth:AppHost=" + _genAuth.AppHost,
            "--GenAuth:Retry:MaxRetries=0",
            "--Logging:LogLevel:Default=None");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _genAuth.DisposeAsync();
    }

    [Fact]
    public async Task A_code_goes_out_to_a_number_as_people_type_it_in_the_name_of_their_own_address()
    {
        using HttpResponseMessage response = await PostAsync("+86 555-0100", "203.0.113.7");

        Assert.Equal((HttpStatusCode.Accepted, 60), (response.StatusCode, response.Headers.RetryAfter?.Delta?.TotalSeconds));
        SmsMessage sms = Assert.Single(_genAuth.Inbox.Messages);
        Assert.Equal(("5550100", "+86", "203.0.113.7"), (sms.PhoneNumber, sms.PhoneCountryCode, sms.ClientIp));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("call me")]
    [InlineData("+44 7700 900123")]
    public async Task What_is_no_number_of_the_country_is_refused_before_it_leaves(string? phoneNumber)
    {
        using HttpResponseMessage response = await PostAsync(phoneNumber);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, _genAuth.RequestCount);
    }

    [Fact]
    public async Task A_second_code_within_the_minute_is_too_many_requests()
    {
        using HttpResponseMessage first = await PostAsync("5550100");
        using HttpResponseMessage second = await PostAsync("5550100");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    public static TheoryData<string, Fault, int, int?> Failures => new()
    {
        { "refused as malformed", Fault.Answer(400), 400, null },
        { "too many requests", Fault.Answer(429).WithRetryAfter(TimeSpan.FromSeconds(7)), 429, 7 },
        { "the balance is used up", Fault.Answer(402), 502, null },
        { "the provider failed", Fault.Answer(601), 502, 60 },
        { "a gateway's page", Fault.GatewayPage().AfterAccepting(), 502, 60 },
        { "a gateway that did not forward", Fault.GatewayPage(HttpStatusCode.RequestEntityTooLarge), 502, null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_tells_by_Retry_After_whether_an_SMS_may_have_gone_out(string name, Fault fault, int status, int? retryAfter)
    {
        _genAuth.Faults.Next(fault);

        using HttpResponseMessage response = await PostAsync("5550100");

        Assert.True((status, retryAfter) == ((int)response.StatusCode, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds), name + ": " + response);
    }

    private async Task<HttpResponseMessage> PostAsync(string? phoneNumber, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/send-code", UriKind.Relative)) { Content = JsonContent.Create(new { phoneNumber }) };
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await _app.Client.SendAsync(request, Token);
    }
}
