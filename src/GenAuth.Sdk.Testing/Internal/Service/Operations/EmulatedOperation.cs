namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>One operation of the service: where it is found, what it reads and how it decides. One file each.</summary>
internal abstract class EmulatedOperation
{
    /// <param name="name">The name that the SDK gives it, without <c>Async</c>. Faults are bound to it.</param>
    /// <param name="path">Its path below the application's address.</param>
    protected EmulatedOperation(string name, string path)
    {
        Name = name;
        Path = path;
    }

    public string Name { get; }

    public string Path { get; }

    public string Method { get; protected init; } = "POST";

    /// <summary>Whether the request must name an application that exists.</summary>
    public bool NeedsApplication { get; protected init; } = true;

    /// <summary>Whether only a signed-in user may ask it. <see cref="ServiceRequest.SignedIn"/> is there, then.</summary>
    public bool NeedsUser { get; protected init; }

    /// <summary>Whether the body must be a JSON object.</summary>
    public bool TakesBody => Method == "POST";

    /// <summary>What the code is for: the channel that the request names, or the only one that this operation takes codes of.</summary>
    public virtual string? ReadChannel(JsonBody body) => null;

    /// <summary>The phone number, wherever this operation has it.</summary>
    public virtual PhoneField? ReadPhone(JsonBody body) => null;

    /// <summary>The response to somebody who is not signed in.</summary>
    public virtual WireResponse RefuseStranger(ServiceRequest request) => request.Fail(401, GenAuthApiCodes.NotSignedIn);

    /// <summary>Decides about a request that passed the common checks. Changes nothing; what is to change goes into <see cref="Decision.Complete"/>.</summary>
    public abstract Decision Decide(ServiceRequest request);
}
