namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What an operation decided about a request. Nothing has changed yet, so that a fault can still take its place.</summary>
/// <param name="IsRefusal">Whether the service refuses the request. Faults that answer in place of the service leave refusals alone.</param>
/// <param name="Complete">Makes the changes, and creates the response.</param>
internal readonly record struct Decision(bool IsRefusal, Func<WireResponse> Complete)
{
    public static Decision Accept(Func<WireResponse> complete) => new(IsRefusal: false, complete);

    public static Decision Refuse(WireResponse response) => Refuse(() => response);

    public static Decision Refuse(Func<WireResponse> complete) => new(IsRefusal: true, complete);
}
