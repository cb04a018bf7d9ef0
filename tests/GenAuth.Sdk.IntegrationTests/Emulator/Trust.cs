using System.Net.Security;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Trusts the certificate of one emulator, and no other.</summary>
internal static class Trust
{
    public static SslClientAuthenticationOptions In(GenAuthEmulator emulator) => new()
    {
        TargetHost = emulator.AppHost.Host,
        RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == emulator.Certificate?.Thumbprint,
    };
}
