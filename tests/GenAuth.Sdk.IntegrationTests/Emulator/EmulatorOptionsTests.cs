using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class EmulatorOptionsTests
{
    [Fact]
    public void Every_error_of_the_options_is_named_at_once()
    {
        var options = new GenAuthEmulatorOptions
        {
            AppId = " ",
            OtherAppIds = { "" },
            AppSecret = " ",
            IdTokenAlgorithm = (IdTokenAlgorithm)2,
            UserPoolId = "",
            ResendWindow = TimeSpan.FromSeconds(-1),
            CodeLength = 3,
            FixedCode = "12",
            TestNumbers = { ["5550100"] = "12" },
            CodeLifetime = TimeSpan.Zero,
            MaxWrongCodes = -1,
            InboxCapacity = 0,
            RequestsPerSecond = 0,
            Port = 65536,
            Host = "http://a",
            PathBase = "/a?b",
            AllowedHosts = { "http://a" },
            AllowedOrigins = { "*" },
            DefaultLanguage = "",
            TimeProvider = null!,
        };

        ArgumentException exception = Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(options));

        Assert.All(
            [
                "AppId", "OtherAppIds", "AppSecret", "IdTokenAlgorithm", "UserPoolId", "ResendWindow", "CodeLength", "FixedCode", "TestNumbers", "CodeLifetime", "MaxWrongCodes",
                "InboxCapacity", "RequestsPerSecond", "Port", "Host", "PathBase", "AllowedHosts", "AllowedOrigins", "DefaultLanguage", "TimeProvider",
            ],
            name => Assert.Contains("GenAuthEmulatorOptions." + name, exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/.")]
    [InlineData("/tenant-a/../b")]
    [InlineData("/tenant-a/./b/")]
    public void A_path_base_with_dot_segments_is_refused(string pathBase) =>
        Assert.Contains(
            "PathBase",
            Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(new() { PathBase = pathBase })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("x_y")]
    [InlineData("en-US,zh")]
    [InlineData("中文")]
    public void A_default_language_that_is_no_language_tag_is_refused(string language) =>
        Assert.Contains(
            "DefaultLanguage",
            Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(new() { DefaultLanguage = language })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/v1.0")]
    [InlineData("/.well-known")]
    [InlineData("a..b")]
    public async Task Dots_inside_a_segment_are_part_of_its_name(string pathBase)
    {
        await using var emulator = new GenAuthEmulator(new() { PathBase = pathBase });

        Assert.Equal("/" + pathBase.Trim('/'), emulator.AppHost.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("emulator.internal:8080")]
    [InlineData("fe80::1")]
    [InlineData("*")]
    public void A_host_that_no_header_would_name_is_refused(string host) =>
        Assert.Contains(
            "AllowedHosts",
            Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(new() { AllowedHosts = { host } })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("https://app.example/")]
    [InlineData("app.example")]
    [InlineData("https://app.example:443")]
    [InlineData("null")]
    public void An_origin_that_no_browser_would_send_is_refused(string origin) =>
        Assert.Contains(
            "AllowedOrigins",
            Assert.Throws<ArgumentException>("options", () => new GenAuthEmulator(new() { AllowedOrigins = { origin } })).Message,
            StringComparison.Ordinal);
}
