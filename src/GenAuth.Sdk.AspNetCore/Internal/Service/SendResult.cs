namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>How a send ended, and how long to wait where the service said so.</summary>
internal readonly record struct SendResult(SendEnd End, TimeSpan? Wait = null);
