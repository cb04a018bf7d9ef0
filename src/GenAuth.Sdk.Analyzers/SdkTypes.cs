using Microsoft.CodeAnalysis;

namespace GenAuth.Sdk.Analyzers;

/// <summary>Recognizes the types of the SDK, by name because each version of it has its own.</summary>
internal static class SdkTypes
{
    public const string Client = "GenAuth.Sdk.AuthenticationClient";

    private const string EnsureValid = "EnsureValid";

    public static bool IsOrDerivesFrom(ITypeSymbol? type, params string[] names)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.ContainingNamespace is { Name: "Sdk", ContainingNamespace: { Name: "GenAuth", ContainingNamespace.IsGlobalNamespace: true } } && names.Contains(type.Name))
                return true;
        }

        return false;
    }

    public static bool IsResponse(ITypeSymbol? type) => IsOrDerivesFrom(type, "GenAuthResponse", "SendSMSRespDto");

    /// <summary>The response that a value is, or that a task, an awaiter, an array or a collection of the platform's carries.</summary>
    public static ITypeSymbol? FindResponseIn(ITypeSymbol? type) => type switch
    {
        _ when IsResponse(type) => type,
        IArrayTypeSymbol array => FindResponseIn(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } generic when IsOfPlatform(type) => FindResponseIn(generic.TypeArguments[0]),
        _ => null,
    };

    /// <summary>Whether success says too little, because the response carries an answer that may be no.</summary>
    public static bool HasEnsureValid(ITypeSymbol? type) => type is not null && !type.GetMembers(EnsureValid).IsEmpty;

    public static bool IsOfPlatform(ISymbol symbol) => GetRootNamespace(symbol) is "System";

    /// <summary>The first part of the namespace that declares a symbol.</summary>
    public static string GetRootNamespace(ISymbol symbol)
    {
        INamespaceSymbol? space = symbol.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;

        return space?.Name ?? string.Empty;
    }
}
