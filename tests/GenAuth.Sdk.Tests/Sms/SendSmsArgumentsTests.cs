using System.Net;

namespace GenAuth.Sdk.Tests.Sms;

public sealed class SendSmsArgumentsTests : IDisposable
{
    private readonly Harness _harness = new Harness().Answering(Harness.Body(Harness.Success));

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task An_unset_channel_is_refused() =>
        await AssertRefused("channel", default, "5550100", null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("+15550100")]
    [InlineData("  +15550100")]
    [InlineData("555\r\n0100")]
    [InlineData("555\u00000100")]
    public async Task A_phone_number_that_cannot_be_meant_is_refused(string? phoneNumber) =>
        await AssertRefused("phoneNumber", SmsChannel.Login, phoneNumber!, null);

    [Theory]
    [InlineData("+4915550199")]
    public async Task A_number_with_its_country_code_is_refused_with_the_split_form_and_without_the_number(string phoneNumber)
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => _harness.Client.SendSmsAsync(SmsChannel.Login, phoneNumber));

        Assert.Contains("""phoneNumber "5550100" and phoneCountryCode "+1".""", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("5550199", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("++86")]
    [InlineData("00")]
    [InlineData(" ")]
    [InlineData("+86 ")]
    [InlineData("China")]
    [InlineData("+８６")]
    public async Task A_country_code_that_is_none_is_refused(string phoneCountryCode) =>
        await AssertRefused("phoneCountryCode", SmsChannel.Login, "5550100", phoneCountryCode);

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
        await Assert.ThrowsAsync<ArgumentException>(() => _harness.Client.SendSmsAsync(SmsChannel.Login, "", cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Everything_else_about_the_number_is_left_to_the_service()
    {
        foreach (string phoneNumber in new[] { "1", "(555) 0100", "555-0100", "०१२३", "not a number", new string('5', 500) })
            Assert.True((await _harness.Client.SendSmsAsync("CHANNEL_OF_TOMORROW", phoneNumber, "+1", new GenAuthRequestOptions { ClientIp = IPAddress.IPv6Loopback })).IsSuccess);
    }

    private async Task<ArgumentException> AssertRefused(string parameter, SmsChannel channel, string phoneNumber, string? phoneCountryCode, GenAuthRequestOptions? requestOptions = null)
    {
        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => _harness.Client.SendSmsAsync(channel, phoneNumber, phoneCountryCode, requestOptions));

        Assert.Equal(parameter, exception.ParamName);
        Assert.Equal(0, _harness.Requests);
        return exception;
    }
}
