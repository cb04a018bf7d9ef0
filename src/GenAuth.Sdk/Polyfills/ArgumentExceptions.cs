using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Guards, as .NET 8 has them.</summary>
internal static class ArgumentExceptions
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? parameterName = null)
        {
            if (argument is null)
                throw new ArgumentNullException(parameterName);
        }
    }

    extension(ArgumentException)
    {
        public static void ThrowIfNullOrWhiteSpace([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? parameterName = null)
        {
            ArgumentNullException.ThrowIfNull(argument, parameterName);
            if (string.IsNullOrWhiteSpace(argument))
                throw new ArgumentException("The value cannot be empty or blank.", parameterName);
        }
    }
}
