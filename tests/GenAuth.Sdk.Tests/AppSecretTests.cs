using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenAuth.Sdk.Tests;

public class AppSecretTests
{
    private const string Secret = "s3cret:+%äö";

    private static readonly JsonSerializerOptions Reflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Theory]
    [InlineData("s")]
    [InlineData(Secret)]
    [InlineData(" with blanks ")]
    public void A_secret_may_be_any_text(string secret) => Assert.Null(Record.Exception(() => Create(options => options.AppSecret = secret)));

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    [InlineData(0, false)]
    public void A_secret_has_1_to_1024_characters(int length, bool accepted) =>
        Assert.Equal(accepted, Record.Exception(() => Create(options => options.AppSecret = new string('s', length))) is null);

    [Theory]
    [InlineData(Secret + "\n")]
    [InlineData(Secret + "\u0085")]
    public void A_secret_with_a_control_character_is_refused_without_its_value(string secret)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Create(options => options.AppSecret = secret));

        Assert.StartsWith("GenAuthClientOptions.AppSecret ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://tenant.example", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("https://tenant.example", true)]
    public void A_secret_crosses_no_network_in_the_clear(string appHost, bool accepted)
    {
        Exception? exception = Record.Exception(() => Create(options =>
        {
            options.AppHost = new Uri(appHost);
            options.AllowInsecureHttp = true;
            options.AppSecret = Secret;
        }));

        Assert.Equal(accepted, exception is null);
        if (!accepted)
            Assert.StartsWith("GenAuthClientOptions.AppHost must use https, because an AppSecret is set", exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(TokenEndpointAuthMethod.None, true, true)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, true, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, true, false)]
    [InlineData((TokenEndpointAuthMethod)3, false, false)]
    [InlineData((TokenEndpointAuthMethod)(-1), false, false)]
    public void A_method_that_sends_a_secret_needs_one(TokenEndpointAuthMethod? method, bool acceptedWithSecret, bool acceptedWithout)
    {
        Assert.Equal(acceptedWithSecret, IsAccepted(Secret));
        Assert.Equal(acceptedWithout, IsAccepted(null));

        bool IsAccepted(string? secret)
        {
            Exception? exception = Record.Exception(() => Create(options => (options.AppSecret, options.TokenEndpointAuthMethod) = (secret, method)));
            Assert.True(exception is null || exception.Message.StartsWith("GenAuthClientOptions.TokenEndpointAuthMethod ", StringComparison.Ordinal));
            return exception is null;
        }
    }

    [Fact]
    public void The_numbers_of_the_methods_do_not_change() =>
        Assert.Equal(
            [0, 1, 2],
            new[] { TokenEndpointAuthMethod.None, TokenEndpointAuthMethod.ClientSecretPost, TokenEndpointAuthMethod.ClientSecretBasic }.Select(method => (int)method));

    [Fact]
    public void The_secret_is_neither_printed_nor_serialized_nor_shown_by_a_debugger()
    {
        var options = new GenAuthClientOptions { AppId = "app-1", AppSecret = "s3cret" };
        string json = JsonSerializer.Serialize(options, Reflection);
        PropertyInfo secret = typeof(GenAuthClientOptions).GetProperty(nameof(options.AppSecret))!;
        var browsable = (DebuggerBrowsableAttribute?)Attribute.GetCustomAttribute(secret, typeof(DebuggerBrowsableAttribute));

        Assert.Contains("app-1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", json, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", options.ToString(), StringComparison.Ordinal);
        Assert.Equal(DebuggerBrowsableState.Never, browsable?.State);
    }

    private static AuthenticationClient Create(Action<GenAuthClientOptions> configure)
    {
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example") };
        configure(options);
        return new AuthenticationClient(options);
    }
}
