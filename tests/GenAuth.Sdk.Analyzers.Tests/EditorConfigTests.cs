namespace GenAuth.Sdk.Analyzers.Tests;

public class EditorConfigTests
{
    [Fact]
    public Task A_user_can_switch_a_warning_off() =>
        Consumer.VerifyAsync<DroppedResponseAnalyzer>("""await client.SendSmsAsync(SmsChannel.Login, "5550100");""", "dotnet_diagnostic.GENAUTH001.severity = none");
}
