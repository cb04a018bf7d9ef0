using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.Packages.Tests;

public class SendTests
{
    [Fact]
    public async Task The_packed_client_sends_an_SMS_to_the_packed_emulator()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        SendSMSRespDto response = await genAuth.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", "+86", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(RequestOutcome.Processed, response.Outcome);
        Assert.Equal("+86", Assert.Single(genAuth.Inbox.Messages).PhoneCountryCode);
    }
}
