namespace GenAuth.Sdk.Internal.Contract;

/// <summary>The documented limits of the service that the client counts with.</summary>
internal static class ServiceLimits
{
    /// <summary>How long the service refuses a second send to the same number and channel.</summary>
    public static TimeSpan ResendWindow { get; } = TimeSpan.FromMinutes(1);
}
