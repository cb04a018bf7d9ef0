using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenAuth.Sdk.IntegrationTests.Client;

public class CertificateTests
{
    [Fact]
    public async Task An_untrusted_certificate_is_refused_after_one_attempt()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using RawServer server = RawServer.Saying("HTTP/1.1 200 OK\r\n\r\n{\"statusCode\":200}", certificate);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => server.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(0, server.Requests);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
