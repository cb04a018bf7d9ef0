namespace GenAuth.Sdk.Tests;

public class ClientOptionsTests
{
    public static TheoryData<string, Action<GenAuthClientOptions>> Faults => new()
    {
        { "AppId", options => options.AppId = null },
        { "AppId", options => options.AppId = " " },
        { "AppId", options => options.AppId = "app\r\nx: y" },
        { "AppId", options => options.AppId = "äpp" },
        { "AppId", options => options.AppId = " app-1" },
        { "AppId", options => options.AppId = "app-1 " },
        { "AppHost", options => options.AppHost = null },
        { "AppHost", options => options.AppHost = new Uri("/relative", UriKind.Relative) },
        { "AppHost", options => options.AppHost = new Uri("ftp://tenant.example") },
        { "AppHost", options => options.AppHost = new Uri("http://tenant.example") },
        { "AppHost", options => options.AppHost = new Uri("https://user:secret@tenant.example") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example/?a=1") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example/#a") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example/api/v3") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example/API/v3/") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example/apps/1/api/v3/send-sms") },
        { "AppHost", options => options.AppHost = new Uri("https://tenant.example//api/v3/signin/") },
        { "Language", options => options.Language = "" },
        { "Language", options => options.Language = "en\nUS" },
        { "HeaderPrefix", options => options.HeaderPrefix = null! },
        { "HeaderPrefix", options => options.HeaderPrefix = "" },
        { "HeaderPrefix", options => options.HeaderPrefix = "x genauth:" },
        { "HeaderPrefix", options => options.HeaderPrefix = "x-genauth" },
        { "HeaderPrefix", options => options.HeaderPrefix = "x_genauth-" },
        { "HeaderPrefix", options => options.HeaderPrefix = "-" },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromMilliseconds(9) },
        { "AttemptTimeout", options => options.AttemptTimeout = Timeout.InfiniteTimeSpan },
        { "TotalTimeout", options => options.TotalTimeout = TimeSpan.FromDays(2) },
        { "TotalTimeout", options => options.TotalTimeout = TimeSpan.FromSeconds(9.999) },
        { "TimeProvider", options => options.TimeProvider = null! },
        { "Retry", options => options.Retry = null! },
        { "Retry:MaxRetries", options => options.Retry.MaxRetries = -1 },
        { "Retry:MaxRetries", options => options.Retry.MaxRetries = 11 },
        { "Retry:MaxDelay", options => options.Retry.MaxDelay = TimeSpan.FromDays(2) },
        { "Retry:MaxDelay", options => options.Retry.MaxDelay = TimeSpan.FromSeconds(-1) },
        { "Retry:BaseDelay", options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1) },
        { "Retry:BaseDelay", options => options.Retry.BaseDelay = TimeSpan.FromSeconds(9) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_at_construction(string option, Action<GenAuthClientOptions> spoil)
    {
        GenAuthClientOptions options = Valid();
        spoil(options);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new AuthenticationClient(options));

        Assert.Equal("options", exception.ParamName);
        Assert.StartsWith($"GenAuthClientOptions.{option} ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://tenant.example", "absolute https address, \"https://example.genauth.ai\" for example, was \"ftp://tenant.example\".")]
    [InlineData("https://user@tenant.example", "user info")]
    [InlineData("http://tenant.example", "must use https: http is for loopback addresses, or for AllowInsecureHttp, was \"http://tenant.example\".")]
    [InlineData("https://tenant.example/api/v3", "write \"https://tenant.example\" instead of \"https://tenant.example/api/v3\".")]
    [InlineData("https://tenant.example:8443/apps/1/api/v3/send-sms", "write \"https://tenant.example:8443/apps/1\" instead of")]
    public void An_unusable_address_is_explained(string appHost, string explanation)
    {
        GenAuthClientOptions options = Valid();
        options.AppHost = new Uri(appHost);

        Assert.Contains(explanation, Assert.Throws<ArgumentException>(() => new AuthenticationClient(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("~ !", true)]
    [InlineData("a\u007f", false)]
    [InlineData("a\u001f", false)]
    public void Header_values_are_printable_ASCII(string appId, bool accepted)
    {
        GenAuthClientOptions options = Valid();
        options.AppId = appId;

        Assert.Equal(accepted, Record.Exception(() => new AuthenticationClient(options)) is null);
    }

    public static TheoryData<string, Action<GenAuthClientOptions>> Values => new()
    {
        { "was \" app-1\"", options => options.AppId = " app-1" },
        { "was \"zh_CN\"", options => options.Language = "zh_CN" },
        { "was \"x-genauth\"", options => options.HeaderPrefix = "x-genauth" },
        { "was 10.00:00:00", options => options.AttemptTimeout = TimeSpan.FromDays(10) },
        { "was 30.00:00:00", options => options.TotalTimeout = TimeSpan.FromDays(30) },
        { "(00:00:10), was 00:00:05", options => options.TotalTimeout = TimeSpan.FromSeconds(5) },
        { "was 50", options => options.Retry.MaxRetries = 50 },
        { "was 8.00:00:00", options => options.Retry.MaxDelay = TimeSpan.FromDays(8) },
        { "(00:00:08), was 00:00:09", options => options.Retry.BaseDelay = TimeSpan.FromSeconds(9) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_is_not_private_is_repeated(string value, Action<GenAuthClientOptions> spoil)
    {
        GenAuthClientOptions options = Valid();
        spoil(options);

        Assert.Contains(value, Assert.Throws<ArgumentException>(() => new AuthenticationClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_could_forge_a_line_of_a_log_is_not_repeated()
    {
        GenAuthClientOptions options = Valid();
        options.Language = "en\r\nforged";

        Assert.DoesNotContain("forged", Assert.Throws<ArgumentException>(() => new AuthenticationClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => new AuthenticationClient(new GenAuthClientOptions { HeaderPrefix = "?", Retry = { MaxRetries = 99 } }));

        foreach (string option in new[] { "AppId", "AppHost", "HeaderPrefix", "Retry:MaxRetries" })
            Assert.Contains("GenAuthClientOptions." + option, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tenant.example", false)]
    [InlineData("https://tenant.example/apps/1", false)]
    [InlineData("https://tenant.example/api/v30", false)]
    [InlineData("https://tenant.example/api/v3/apps/1", false)]
    [InlineData("http://localhost:5000", false)]
    [InlineData("http://127.0.0.2", false)]
    [InlineData("http://[::1]:5000", false)]
    [InlineData("http://tenant.example", true)]
    public void An_address_that_can_be_used_is_accepted(string appHost, bool allowInsecureHttp)
    {
        GenAuthClientOptions options = Valid();
        options.AppHost = new Uri(appHost);
        options.AllowInsecureHttp = allowInsecureHttp;

        Assert.NotNull(new AuthenticationClient(options));
    }

    [Fact]
    public void The_bounds_themselves_are_accepted()
    {
        Assert.NotNull(new AuthenticationClient(new GenAuthClientOptions
        {
            AppId = "a",
            AppHost = new Uri("https://tenant.example"),
            AttemptTimeout = TimeSpan.FromMilliseconds(10),
            TotalTimeout = TimeSpan.FromMilliseconds(10),
            Retry = new GenAuthRetryOptions { MaxRetries = 10, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        }));
        Assert.NotNull(new AuthenticationClient(new GenAuthClientOptions
        {
            AppId = "a",
            AppHost = new Uri("https://tenant.example"),
            AttemptTimeout = TimeSpan.FromDays(1),
            TotalTimeout = TimeSpan.FromDays(1),
            Retry = new GenAuthRetryOptions { MaxRetries = 0, BaseDelay = TimeSpan.FromDays(1), MaxDelay = TimeSpan.FromDays(1) },
        }));
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new GenAuthClientOptions();

        Assert.Equal("x-genauth-", options.HeaderPrefix);
        Assert.Equal(TimeSpan.FromSeconds(10), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.TotalTimeout);
        Assert.Equal(2, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(8), options.Retry.MaxDelay);
        Assert.False(options.Retry.RetryUnknownOutcomes);
        Assert.False(options.AllowInsecureHttp);
        Assert.Null(options.AppSecret);
        Assert.Null(options.TokenEndpointAuthMethod);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Fact]
    public void Null_arguments_are_named()
    {
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new AuthenticationClient(null!)).ParamName);
        Assert.Equal("httpClient", Assert.Throws<ArgumentNullException>(() => new AuthenticationClient(null!, Valid())).ParamName);
    }

    private static GenAuthClientOptions Valid() => new() { AppId = "app-1", AppHost = new Uri("https://tenant.example") };
}
