using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>One line of the matrix: something that goes wrong, and what has to come of it.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Arrange">Makes it go wrong.</param>
/// <param name="Http">What comes of it over http; null where it cannot happen.</param>
/// <param name="Https">What comes of it over https.</param>
internal sealed record FaultCase(string Name, Func<GenAuthEmulator, ValueTask> Arrange, Expected? Http, Expected Https)
{
    /// <summary>Short where the server makes the client wait for good, else the default.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public bool TrustsCertificate { get; init; } = true;
}
