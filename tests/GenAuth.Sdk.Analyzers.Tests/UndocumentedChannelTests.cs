namespace GenAuth.Sdk.Analyzers.Tests;

public class UndocumentedChannelTests
{
    [Theory]
    [InlineData("""SmsChannel channel = [|"CHANEL_LOGIN"|];""")]
    [InlineData("""SmsChannel channel = [|"CHANNEL_LOGN"|];""")]
    [InlineData("""SmsChannel channel = [|"channel_login"|];""")]
    [InlineData("""SmsChannel channel = [|"LOGIN"|];""")]
    [InlineData("""SmsChannel channel = [|"CHANNEL_"|];""")]
    [InlineData("""SmsChannel channel = [|"CHANNEL LOGIN"|];""")]
    [InlineData("""SmsChannel channel = [|""|];""")]
    [InlineData("""var channel = new SmsChannel([|"5550100"|]);""")]
    [InlineData("""SmsChannel channel = new([|"CHANEL_LOGIN"|]);""")]
    [InlineData("""const string Name = "CHANEL_LOGIN"; SmsChannel channel = [|Name|];""")]
    [InlineData("""(await client.SendSmsAsync([|"5550100"|], "CHANNEL_LOGIN")).EnsureSuccess();""")]
    [InlineData("""(await client.SendSmsAsync([|"+15550100"|], "CHANNEL_LOGIN")).EnsureSuccess();""")]
    public Task A_constant_that_is_no_channel_is_warned_of(string body) => ConsumerSource.VerifyAsync<ChannelAnalyzer>(body);

    [Theory]
    [InlineData("""SmsChannel channel = "CHANNEL_LOGIN";""")]
    [InlineData("""var channel = new SmsChannel("CHANNEL_UNBIND_MFA");""")]
    [InlineData("""SmsChannel channel = "CHANNEL_OF_TOMORROW_2";""")]
    [InlineData("""SmsChannel channel = Console.ReadLine()!;""")]
    [InlineData("""SmsChannel channel = default;""")]
    [InlineData("""string channel = "LOGIN";""")]
    [InlineData("""(await client.SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();""")]
    public Task Anything_else_is_not(string body) => ConsumerSource.VerifyAsync<ChannelAnalyzer>(body);

    [Fact]
    public Task A_misspelled_name_is_told_what_may_be_meant() => ConsumerSource.VerifyAsync<ChannelAnalyzer>(
        """SmsChannel channel = {|#0:"CHANEL_LOGIN"|};""",
        expected: new DiagnosticResult(Descriptors.UndocumentedChannel).WithLocation(0).WithMessage("GenAuth documents no channel of this name; CHANNEL_LOGIN is one"));
}
