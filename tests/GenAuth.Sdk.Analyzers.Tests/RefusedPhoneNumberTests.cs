namespace GenAuth.Sdk.Analyzers.Tests;

public class RefusedPhoneNumberTests
{
    [Theory]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, [|"not a number"|])""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, [|"tel:+15550100"|], "+1")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, [|""|])""")]
    [InlineData("""client.SendSmsAsync(phoneNumber: [|"+" + "+15550100"|], channel: SmsChannel.Login)""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, [|"+15550100"|], "+86")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, [|"12345678901234"|], "+86")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "5550100", [|"CN"|])""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "5550100", [|"+1876"|])""")]
    [InlineData("""client.SendSmsAsync(phoneCountryCode: [|"+"|], phoneNumber: [|"none"|], channel: SmsChannel.Login)""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, Console.ReadLine()!, [|"CN"|])""")]
    [InlineData("""new Derived().SendSmsAsync(SmsChannel.Login, [|"none"|])""")]
    [InlineData("""new Derived().BindAsync([|"none"|], [|"CN"|])""")]
    [InlineData("""new PhonePassCode([|"none"|], "123456")""")]
    [InlineData("""client.BindPhoneAsync("token", [|"none"|], "123456", [|"CN"|])""")]
    [InlineData("""client.VerifyUpdatePhoneRequestAsync("token", new(phoneCountryCode: "+86", phoneNumber: [|"+15550100"|], passCode: "123456"))""")]
    [InlineData("""client.SendEnrollFactorRequestAsync("token", [|"none"|])""")]
    public Task A_constant_that_the_client_refuses_is_warned_of(string expression) => VerifyAsync(expression);

    [Fact]
    public Task A_named_constant_is_warned_of() =>
        ConsumerSource.VerifyAsync<PhoneNumberAnalyzer>("""const string Number = "none"; (await client.SendSmsAsync(SmsChannel.Login, [|Number|])).EnsureSuccess();""");

    [Theory]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "5550100", "+1")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "+15550100")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "+44 (0)7700 900123", "0044")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "188 0000 8888", null)""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "188 0000 8888", "")""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, Console.ReadLine()!)""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, null!)""")]
    [InlineData("""Elsewhere.Call("none")""")]
    [InlineData("""new PhonePassCode("+1 555 0100", "123456")""")]
    public Task Anything_else_is_not(string expression) => VerifyAsync(expression);

    private static Task VerifyAsync(string expression) => ConsumerSource.VerifyAsync<PhoneNumberAnalyzer>(
        $"Console.WriteLine({expression});",
        declarations: """
            static class Elsewhere { public static int Call(string phoneNumber) => phoneNumber.Length; }

            class Derived : AuthenticationClient
            {
                public Task<SendSMSRespDto> BindAsync(string phoneNumber, string? phoneCountryCode = null) =>
                    SendSmsAsync(SmsChannel.BindPhone, phoneNumber, phoneCountryCode);
            }
            """);
}
