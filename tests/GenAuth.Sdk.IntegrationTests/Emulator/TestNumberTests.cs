using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class TestNumberTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OtherNumbers => new()
    {
        { "5550100", "15550100" },
        { "+44 5550100", "5550100" },
        { @"55501\d", "5550100" },
        { "5550198|5550199", "55501995" },
    };

    [Theory]
    [InlineData("5550100", "5550100")]
    [InlineData("+86 555-0100", "5550100")]
    [InlineData(@"55501\d\d", "5550199")]
    [InlineData(@"\+8655501\d\d", "5550199")]
    [InlineData("5550198|5550199", "5550199")]
    public async Task A_test_number_gets_its_code_whenever_it_asks(string key, string phoneNumber)
    {
        await using var emulator = new GenAuthEmulator(new() { TestNumbers = { [key] = "424242" } });
        AuthenticationClient client = emulator.CreateClient();

        for (int i = 0; i < 2; i++)
        {
            Assert.True((await client.SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);
            Assert.True(emulator.Redeem(SmsChannel.Login, phoneNumber, "424242"));
        }
    }

    [Theory]
    [MemberData(nameof(OtherNumbers))]
    public async Task Another_number_gets_a_code_of_its_own(string key, string phoneNumber)
    {
        await using var emulator = new GenAuthEmulator(new() { TestNumbers = { [key] = "4242424242" } });

        Assert.True((await emulator.CreateClient().SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);

        Assert.NotEqual("4242424242", emulator.Inbox.Messages[0].Code);
    }

    [Theory]
    [MemberData(nameof(OtherNumbers))]
    public async Task Another_number_keeps_its_window(string key, string phoneNumber)
    {
        await using var emulator = new GenAuthEmulator(new() { TestNumbers = { [key] = "4242424242" } });
        AuthenticationClient client = emulator.CreateClient();

        Assert.True((await client.SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);

        Assert.Equal(GenAuthErrorKind.ResendTooSoon, (await client.SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).ErrorKind);
    }

    [Fact]
    public async Task A_number_an_expression_and_the_fixed_code_count_in_this_order()
    {
        await using var emulator = new GenAuthEmulator(new() { FixedCode = "0000", TestNumbers = { [@"555\d+"] = "1111", ["5550100"] = "2222" } });
        AuthenticationClient client = emulator.CreateClient();

        foreach (string phoneNumber in (string[])["5550100", "5550101", "18800008888"])
            Assert.True((await client.SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);

        Assert.Equal(["2222", "1111", "0000"], emulator.Inbox.Messages.Select(message => message.Code));
    }

    [Theory]
    [InlineData("(?=5)5550100", "424242")]
    [InlineData(@"(5)\1", "424242")]
    [InlineData("5550100)|(5550101", "424242")]
    [InlineData("", "424242")]
    [InlineData("5550100", "42")]
    [InlineData("5550100", "abcdef")]
    [InlineData("5550100", "４２４２４２")]
    public void What_is_no_number_no_safe_expression_or_no_code_is_refused(string key, string code) =>
        Assert.Contains(
            "TestNumbers",
            Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(new() { TestNumbers = { [key] = code } })).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task An_expression_that_would_backtrack_for_ever_does_not()
    {
        await using var emulator = new GenAuthEmulator(new() { TestNumbers = { ["(5+)+x"] = "424242" } });

        AuthenticationClient client = emulator.CreateClient(options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        Assert.True((await client.SendSmsAsync(SmsChannel.Login, "555555555555", cancellationToken: Token)).IsSuccess);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        await using GenAuthEmulator first = await GenAuthEmulator.StartAsync(new() { Port = 0 }, Token);

        await Assert.ThrowsAsync<IOException>(() => GenAuthEmulator.StartAsync(new() { Port = first.AppHost.Port }, Token));
    }

    [Fact]
    public async Task A_port_that_was_given_back_can_be_taken()
    {
        GenAuthEmulator first = await GenAuthEmulator.StartAsync(new() { Port = 0 }, Token);
        await first.DisposeAsync();

        await using GenAuthEmulator second = await GenAuthEmulator.StartAsync(new() { Port = first.AppHost.Port }, Token);

        Assert.Equal(first.AppHost, second.AppHost);
    }
}
