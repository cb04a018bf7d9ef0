namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Tells the compiler that an argument is not null once the method returned.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    /// <summary>What the compiler marks <c>init</c> with.</summary>
    internal static class IsExternalInit;

    /// <summary>Has the compiler pass an argument's source text.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }
}
