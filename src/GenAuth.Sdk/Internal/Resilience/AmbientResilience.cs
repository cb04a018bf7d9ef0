namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>
/// Takes off the handlers with which a host makes <i>all</i> its clients retry. They cannot know that a repeated send is a
/// second SMS, nor that HTTP 200 may be a failure. Recognized by name, so that neither package becomes a dependency.
/// </summary>
internal static class AmbientResilience
{
    public static void RemoveFrom(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilienceHandler(handlers[i].GetType().FullName))
                handlers.RemoveAt(i);
        }
    }

    private static bool IsResilienceHandler(string? typeName) => typeName
        is "Microsoft.Extensions.Http.Resilience.ResilienceHandler"
        or "Microsoft.Extensions.Http.PolicyHttpMessageHandler";
}
