using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Mount;

/// <summary>Which hosts may have it at all.</summary>
public class StartTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public async Task Outside_Development_the_start_fails(string environment)
    {
        await using WebApplication application = MountTests.CreateBuilder(environment).Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => application.MapGenAuthEmulator("/dev/genauth"));

        Assert.Contains(nameof(GenAuthEmulatorOptions.AllowOutsideDevelopment), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_it_is_there_for_whoever_asks_for_that()
    {
        await using WebApplication application = MountTests.CreateBuilder("Production", options => options.AllowOutsideDevelopment = true).Build();

        Assert.NotNull(application.MapGenAuthEmulator("/dev/genauth"));
    }

    [Fact]
    public async Task A_host_without_an_emulator_is_told_how_to_get_one()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using WebApplication application = builder.Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => application.MapGenAuthEmulator("/dev/genauth"));

        Assert.Contains("AddGenAuthEmulator", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("dev/genauth")]
    [InlineData("//evil.example")]
    [InlineData("/{tenant}/genauth")]
    [InlineData("/dev/*")]
    [InlineData("/dev?x")]
    public async Task What_is_no_path_is_refused(string path)
    {
        await using WebApplication application = MountTests.CreateBuilder().Build();

        Assert.Equal("path", Assert.Throws<ArgumentException>(() => application.MapGenAuthEmulator(path)).ParamName);
    }
}
