using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class LanguageTests : WireTests
{
    private protected LanguageTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.DefaultLanguage = "zh-CN";
        options.ResendWindow = TimeSpan.Zero;
    }

    [Theory]
    [InlineData(null, "操作成功")]
    [InlineData("zh-CN", "操作成功")]
    [InlineData("zh-cn", "操作成功")]
    [InlineData("en-US", "Operation successful")]
    [InlineData("ja-JP", "Operation successful")]
    [InlineData("zh-TW", "Operation successful")]
    public async Task The_header_chooses_the_language_of_the_message(string? language, string message)
    {
        foreach (string header in (string[])["x-genauth-lang", "x-authing-lang"])
        {
            WireAnswer answer = language is null ? await Wire.PostAsync(Wire.Body()) : await Wire.PostAsync(Wire.Body(), (header, language));

            Assert.Equal(message, answer.Message);
        }
    }

    [Fact]
    public async Task Chinese_is_readable_on_the_wire() =>
        Assert.Contains("操作成功", (await Wire.PostAsync(Wire.Body())).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_default_language_is_configurable()
    {
        await using var emulator = new GenAuthEmulator(new() { DefaultLanguage = "en-US" });
        using var wire = Wire.InMemory(emulator);

        Assert.Equal("Operation successful", (await wire.PostAsync(Wire.Body())).Message);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(601)]
    [InlineData(602)]
    [InlineData(777)]
    public async Task A_fault_without_a_message_speaks_both(int statusCode)
    {
        Emulator.Faults.Always(Fault.Answer(statusCode));

        WireAnswer chinese = await Wire.PostAsync(Wire.Body(), ("x-genauth-lang", "zh-CN"));
        WireAnswer english = await Wire.PostAsync(Wire.Body(), ("x-genauth-lang", "en-US"));

        Assert.NotEmpty(chinese.Message!);
        Assert.All(english.Message!, character => Assert.True(char.IsAscii(character)));
        Assert.NotEqual(chinese.Message, english.Message);
    }

    public sealed class OverSockets() : LanguageTests(sockets: true);

    public sealed class InMemory() : LanguageTests(sockets: false);
}
