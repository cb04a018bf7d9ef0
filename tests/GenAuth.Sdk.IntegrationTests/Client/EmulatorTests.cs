using System.Globalization;
using System.Net;
using System.Net.Security;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client;

/// <summary>The client against the emulator over real sockets.</summary>
public class EmulatorTests
{
    public static TheoryData<string> Channels =>
    [
        SmsChannel.Login.Value,
        SmsChannel.Register.Value,
        SmsChannel.ResetPassword.Value,
        SmsChannel.BindPhone.Value,
        SmsChannel.UnbindPhone.Value,
        SmsChannel.BindMfa.Value,
        SmsChannel.VerifyMfa.Value,
        SmsChannel.UnbindMfa.Value,
        SmsChannel.CompletePhone.Value,
        SmsChannel.IdentityVerification.Value,
        SmsChannel.DeleteAccount.Value,
    ];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_code_arrives_for_each_channel(string channel)
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();

        SendSMSRespDto response = await genAuth.CreateClient().SendSmsAsync(channel, "5550100", "86");
        SmsMessage sms = await genAuth.Inbox.WaitForAsync("5550100");

        Assert.True(response.IsSuccess);
        Assert.Equal(RequestOutcome.Processed, response.Outcome);
        Assert.NotNull(response.RequestId);
        Assert.Equal(channel, sms.Channel);
        Assert.Equal("+86", sms.PhoneCountryCode);
        Assert.True(genAuth.Redeem(channel, "5550100", sms.Code));
    }

    [Fact]
    public async Task A_second_send_is_refused_within_the_minute_only()
    {
        var clock = new FakeTimeProvider();
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new GenAuthEmulatorOptions { TimeProvider = clock });
        AuthenticationClient client = genAuth.CreateClient();

        (await client.SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();
        SendSMSRespDto tooSoon = await client.SendSmsAsync(SmsChannel.Login, "5550100", "+86");
        SendSMSRespDto otherChannel = await client.SendSmsAsync(SmsChannel.BindMfa, "5550100");
        clock.Advance(TimeSpan.FromMinutes(1));
        SendSMSRespDto later = await client.SendSmsAsync(SmsChannel.Login, "5550100");

        Assert.Equal(
            (422, GenAuthApiCodes.SmsSentTooRecently, GenAuthErrorKind.ResendTooSoon, RequestOutcome.NotProcessed),
            (tooSoon.StatusCode, tooSoon.ApiCode, tooSoon.ErrorKind, tooSoon.Outcome));
        Assert.True(otherChannel.IsSuccess);
        Assert.True(later.IsSuccess);
    }

    [Fact]
    public async Task Each_refusal_of_the_service_has_its_kind()
    {
        await using GenAuthEmulator genAuth =
            await GenAuthEmulator.StartAsync(new GenAuthEmulatorOptions { RequestsPerSecond = 4, TimeProvider = new FakeTimeProvider() });

        SendSMSRespDto unknownChannel = await genAuth.CreateClient().SendSmsAsync("CHANNEL_NONE", "5550100");
        SendSMSRespDto unknownApp = await genAuth.CreateClient(options => options.AppId = "nobody").SendSmsAsync(SmsChannel.Login, "5550100");
        SendSMSRespDto abroad = await genAuth.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", "+1");
        genAuth.Faults.Next(Fault.Answer(602, message: "carrier refused"));
        SendSMSRespDto provider = await genAuth.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100");
        SendSMSRespDto throttled = default!;
        for (int i = 0; i < 5; i++)
            throttled = await genAuth.CreateClient().SendSmsAsync("CHANNEL_NONE", "5550100");

        Assert.Equal((GenAuthErrorKind.InvalidArgument, RequestOutcome.NotProcessed), (unknownChannel.ErrorKind, unknownChannel.Outcome));
        Assert.Equal((GenAuthErrorKind.Configuration, RequestOutcome.NotProcessed), (unknownApp.ErrorKind, unknownApp.Outcome));
        Assert.Equal((GenAuthErrorKind.InvalidOperation, RequestOutcome.NotProcessed), (abroad.ErrorKind, abroad.Outcome));
        Assert.Equal((GenAuthErrorKind.Provider, RequestOutcome.Unknown), (provider.ErrorKind, provider.Outcome));
        Assert.Equal((GenAuthErrorKind.RateLimited, RequestOutcome.NotProcessed), (throttled.ErrorKind, throttled.Outcome));
        Assert.Empty(genAuth.Inbox.Messages);
    }

    [Fact]
    public async Task Two_hundred_calls_at_once_keep_their_tokens_addresses_and_languages_apart()
    {
        const int Calls = 200;
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        AuthenticationClient client = genAuth.CreateClient();

        SendSMSRespDto[] responses = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => client.SendSmsAsync(
            SmsChannel.Login,
            Number(i),
            requestOptions: new GenAuthRequestOptions
            {
                AccessToken = "token-" + Number(i),
                ClientIp = new IPAddress([203, 0, 113, (byte)i]),
                Language = i % 2 == 0 ? "en-US" : "zh-CN",
            })));

        Assert.All(Enumerable.Range(0, Calls), i => Assert.Equal(i % 2 == 0 ? "Operation successful" : "操作成功", responses[i].Message));
        Assert.Equal(Calls, genAuth.Inbox.Messages.Count);
        Assert.All(genAuth.Inbox.Messages, sms =>
        {
            int i = int.Parse(sms.PhoneNumber[^3..], CultureInfo.InvariantCulture);
            Assert.Equal(("token-" + Number(i), $"203.0.113.{i}"), (sms.AccessToken, sms.ClientIp?.ToString()));
            Assert.Equal(responses[i].RequestId, sms.RequestId);
        });
    }

    [Theory]
    [InlineData("/apps/one", "x-genauth-")]
    [InlineData("/apps/one/", "x-authing-")]
    public async Task A_private_deployment_keeps_its_path_and_its_header_prefix(string pathBase, string headerPrefix)
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new GenAuthEmulatorOptions { PathBase = pathBase });

        SendSMSRespDto response = await genAuth.CreateClient(options => options.HeaderPrefix = headerPrefix).SendSmsAsync(SmsChannel.Login, "5550100");

        Assert.True(response.IsSuccess);
        Assert.StartsWith("/apps/one", genAuth.AppHost.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_https_emulator_needs_a_handler_that_trusts_its_certificate()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new GenAuthEmulatorOptions { UseHttps = true });
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == genAuth.Certificate!.GetCertHashString(),
            },
        };
        using var httpClient = new HttpClient(handler);

        SendSMSRespDto response = await new AuthenticationClient(httpClient, genAuth.CreateClientOptions()).SendSmsAsync(SmsChannel.Login, "5550100");
        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => new AuthenticationClient(genAuth.CreateClientOptions()).SendSmsAsync(SmsChannel.Login, "5550199"));

        Assert.True(response.IsSuccess);
        Assert.Equal((RequestOutcome.NotProcessed, 1), (exception.Outcome, exception.Attempts));
        Assert.Single(genAuth.Inbox.Messages);
    }

    [Fact]
    public async Task A_gateway_that_fails_after_the_SMS_was_accepted_is_unknown_after_one_request()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        genAuth.Faults.Next(Fault.Http(HttpStatusCode.BadGateway, "<html>bad gateway</html>").AfterAccepting());

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => genAuth.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Single(genAuth.Inbox.Messages);
        Assert.Equal(1, genAuth.RequestCount);
    }

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"5550{i:000}");
}
