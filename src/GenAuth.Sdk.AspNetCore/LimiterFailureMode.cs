namespace GenAuth.Sdk.AspNetCore;

/// <summary>What happens while a replaced limiter throws, or does not answer within 250 ms.</summary>
public enum LimiterFailureMode
{
    /// <summary>Nothing is sent (503), because nothing would bound the cost; sign-ins are counted in the memory of the node.</summary>
    RefuseSends,

    /// <summary>Sends and sign-ins are counted in the memory of the node: each node then allows the whole limit.</summary>
    CountInMemory,
}
