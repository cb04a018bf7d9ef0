namespace GenAuth.Sdk.Analyzers.Tests;

public class E164PhoneNumberTests
{
    [Theory]
    [InlineData("""(await client.SendSmsAsync(SmsChannel.Login, [|"+15550100"|])).EnsureSuccess();""")]
    [InlineData("""(await client.SendSmsAsync(SmsChannel.Login, [|" +15550100"|], "+1")).EnsureSuccess();""")]
    [InlineData("""(await client.SendSmsAsync(phoneNumber: [|"+1" + "5550100"|], channel: SmsChannel.Login)).EnsureSuccess();""")]
    [InlineData("""const string Number = "+15550100"; (await client.SendSmsAsync(SmsChannel.Login, [|Number|])).EnsureSuccess();""")]
    public Task A_constant_number_with_its_country_code_is_warned_of(string body) => Consumer.VerifyAsync<E164PhoneNumberAnalyzer>(body);

    [Theory]
    [InlineData("""(await client.SendSmsAsync(SmsChannel.Login, "5550100", "+1")).EnsureSuccess();""")]
    [InlineData("""string number = Console.ReadLine()!; (await client.SendSmsAsync(SmsChannel.Login, number)).EnsureSuccess();""")]
    [InlineData("""static void Elsewhere(string phoneNumber) { } Elsewhere("+15550100");""")]
    public Task Anything_else_is_not(string body) => Consumer.VerifyAsync<E164PhoneNumberAnalyzer>(body);
}
