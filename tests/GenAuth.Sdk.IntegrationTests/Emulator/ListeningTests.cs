using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class ListeningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_listens_on_a_loopback_port()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);

        Assert.Equal(("http", "127.0.0.1"), (emulator.AppHost.Scheme, emulator.AppHost.Host));
        Assert.Null(emulator.Certificate);
        Assert.Equal((emulator.AppHost, emulator.AppId), (emulator.CreateClientOptions().AppHost!, emulator.CreateClientOptions().AppId!));
        Assert.True((await emulator.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).IsSuccess);
    }

    [Fact]
    public async Task Disposing_closes_the_port()
    {
        GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        using var wire = Wire.OverSockets(emulator);
        await wire.PostAsync(Wire.Body());

        await emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));
    }

    [Fact]
    public async Task Disposing_may_be_repeated()
    {
        GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();
        ((IDisposable)emulator).Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Disposing_does_not_wait_for_answers_that_are_held_back()
    {
        GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { TimeProvider = new FakeTimeProvider() }, Token);
        using var wire = Wire.OverSockets(emulator);
        using var inMemory = Wire.InMemory(emulator);
        emulator.Faults.Always(Fault.Http(HttpStatusCode.BadGateway).AfterAccepting().After(TimeSpan.FromHours(1)));

        Task<WireAnswer> first = wire.PostAsync(Wire.Body());
        Task<WireAnswer> second = inMemory.PostAsync(Wire.Body("CHANNEL_REGISTER"));
        await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token);
        await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token);
        await emulator.DisposeAsync().AsTask().WaitAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<HttpRequestException>(() => first);
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
    }

    [Fact]
    public async Task Disposing_synchronously_closes_the_port_too()
    {
        GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        using var wire = Wire.OverSockets(emulator);

        ((IDisposable)emulator).Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));
    }

    [Fact]
    public async Task Https_serves_whoever_trusts_its_certificate()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = true }, Token);
        using var wire = Wire.OverSockets(emulator, Trusting(emulator.Certificate!));

        WireAnswer answer = await wire.PostAsync(Wire.Body());

        Assert.Equal("https", emulator.AppHost.Scheme);
        Assert.Equal(200, answer.StatusCode);
        Assert.True(emulator.Certificate!.MatchesHostname("localhost"));
        Assert.True(emulator.Certificate!.MatchesHostname("127.0.0.1"));
    }

    [Fact]
    public async Task Https_is_trusted_by_nobody_else()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = true }, Token);
        using var wire = Wire.OverSockets(emulator);

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));

        Assert.Equal(HttpRequestError.SecureConnectionError, exception.HttpRequestError);
        Assert.Equal(0, emulator.RequestCount);
    }

    [Fact]
    public async Task A_client_of_an_https_emulator_needs_no_trust()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = true }, Token);

        SendSMSRespDto response = await emulator.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token);

        Assert.True(response.IsSuccess);
    }

    private static SslClientAuthenticationOptions Trusting(X509Certificate2 certificate) => new()
    {
        RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.Thumbprint,
    };
}
