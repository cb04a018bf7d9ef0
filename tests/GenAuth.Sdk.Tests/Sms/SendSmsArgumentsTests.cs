using System.Net;

using RichardSzalay.MockHttp;

namespace GenAuth.Sdk.Tests.Sms;

public sealed class SendSmsArgumentsTests : IDisposable
{
    private readonly TestClient _client = new TestClient().Returning(ScriptedHandler.Body(ScriptedHandler.Success));

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_unset_channel_is_refused() =>
        await AssertRefused("channel", default, "5550100", null);

    [Theory]
    [InlineData("5550100")]
    [InlineData("+15550100")]
    [InlineData("")]
    [InlineData("CHANNEL LOGIN")]
    public async Task Text_that_cannot_be_a_channel_is_refused_as_an_unset_one(string text) =>
        await AssertRefused("channel", text, "5550100", null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("555\r\n0100")]
    [InlineData("555\u00000100")]
    [InlineData("user@example.com")]
    [InlineData("tel:+15550100")]
    [InlineData("+")]
    [InlineData("++15550100")]
    public async Task A_phone_number_that_cannot_be_meant_is_refused(string? phoneNumber) =>
        await AssertRefused("phoneNumber", SmsChannel.Login, phoneNumber!, null);

    [Theory]
    [InlineData("+1 555 0100", "+86")]
    [InlineData("0086 188 0000 8888", "1")]
    public async Task A_number_with_another_country_code_than_the_argument_is_refused(string phoneNumber, string phoneCountryCode) =>
        await AssertRefused("phoneNumber", SmsChannel.Login, phoneNumber, phoneCountryCode);

    [Theory]
    [InlineData("+")]
    [InlineData("++86")]
    [InlineData("00")]
    [InlineData(" ")]
    [InlineData("+86 ")]
    [InlineData("China")]
    [InlineData("CN")]
    [InlineData("+８６")]
    [InlineData("+1876")]
    [InlineData("+8")]
    [InlineData("+861")]
    [InlineData("00086")]
    public async Task A_country_code_that_is_none_is_refused(string phoneCountryCode) =>
        await AssertRefused("phoneCountryCode", SmsChannel.Login, "5550100", phoneCountryCode);

    [Theory]
    [InlineData("188 0000 8888x")]
    [InlineData("188000088881880000888818800008888")]
    public async Task A_refused_number_is_not_repeated(string phoneNumber)
    {
        ArgumentException exception = await AssertRefused("phoneNumber", SmsChannel.Login, phoneNumber, "+86");

        Assert.DoesNotContain(exception.ToString().Split('\n')[0], char.IsDigit);
    }

    [Theory]
    [InlineData("token\r\nx-injected: 1")]
    [InlineData("token with blanks")]
    [InlineData("tök")]
    [InlineData("")]
    [InlineData("Bearer ")]
    public async Task An_access_token_that_is_no_header_value_is_refused_without_repeating_it(string accessToken)
    {
        ArgumentException exception = await AssertRefused("requestOptions", SmsChannel.Login, "5550100", null, new GenAuthRequestOptions { AccessToken = accessToken });

        Assert.Contains("AccessToken", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("injected", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US\r\nx-injected: 1")]
    [InlineData("中文")]
    [InlineData(" ")]
    public async Task A_language_that_is_no_header_value_is_refused(string language) =>
        await AssertRefused("requestOptions", SmsChannel.Login, "5550100", null, new GenAuthRequestOptions { Language = language });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(86_400_001)]
    public async Task A_timeout_out_of_range_is_refused(int milliseconds) =>
        await AssertRefused("requestOptions", SmsChannel.Login, "5550100", null, new GenAuthRequestOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });

    [Fact]
    public async Task Arguments_are_checked_before_cancellation() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _client.SendSmsAsync(default, "5550100", cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("1", "+1", "1", "+1")]
    [InlineData("(555) 0100", "+1", "5550100", "+1")]
    [InlineData("+1 555-0100", null, "5550100", "+1")]
    [InlineData("+1 555-0100", "1", "5550100", "+1")]
    [InlineData("００８６ 188 0000 8888", "0086", "18800008888", "+86")]
    [InlineData("٠١٢٣", null, "0123", null)]
    [InlineData("188-0000-8888", "", "18800008888", null)]
    public async Task A_number_as_people_type_it_arrives_as_the_service_wants_it(string phoneNumber, string? phoneCountryCode, string sentNumber, string? sentCode)
    {
        string member = sentCode is null ? "" : $",\"phoneCountryCode\":\"{sentCode}\"";
        using var http = new MockHttpMessageHandler();
        http.Expect("*").WithContent($$"""{"channel":"CHANNEL_OF_TOMORROW","phoneNumber":"{{sentNumber}}"{{member}}}""").Respond("application/json", ScriptedHandler.Success);
        using var client = new TestClient(http);

        var requestOptions = new GenAuthRequestOptions { ClientIp = IPAddress.IPv6Loopback };
        (await client.SendSmsAsync("CHANNEL_OF_TOMORROW", phoneNumber, phoneCountryCode, requestOptions)).EnsureSuccess();

        http.VerifyNoOutstandingExpectation();
    }

    private async Task<ArgumentException> AssertRefused(
        string parameter,
        SmsChannel channel,
        string phoneNumber,
        string? phoneCountryCode,
        GenAuthRequestOptions? requestOptions = null)
    {
        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => _client.SendSmsAsync(channel, phoneNumber, phoneCountryCode, requestOptions));

        Assert.Equal(parameter, exception.ParamName);
        Assert.Equal(0, _client.Requests);
        return exception;
    }
}
