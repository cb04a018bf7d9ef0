using System.Reflection;

using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Clients in a container that the emulator cannot reach: they would send real SMSes out of a test.</summary>
internal static class HandMadeClients
{
    /// <summary>Refuses a container with such a client.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void ThrowIfAny(IServiceCollection services)
    {
        if (services.Any(static descriptor => descriptor.ServiceType == typeof(AuthenticationClient) && IsHandMade(descriptor)))
        {
            throw new InvalidOperationException(
                "The container holds an AuthenticationClient that did not come from AddGenAuthClient. It would not use the emulator but send real SMSes. " +
                "Register it with AddGenAuthClient or AddKeyedGenAuthClient. A test double that derives from it is left alone when it is registered as an instance or by its own type.");
        }
    }

    private static bool IsHandMade(ServiceDescriptor descriptor)
    {
        if (GetFactory(descriptor) is not { } factory)
            return GetImplementationType(descriptor) == typeof(AuthenticationClient);

        // What a factory makes shows only when it is called, so that only one which declares a derived class counts as a double.
        return factory.Module.Assembly != typeof(AuthenticationClient).Assembly && !factory.ReturnType.IsSubclassOf(typeof(AuthenticationClient));
    }

    private static MethodInfo? GetFactory(ServiceDescriptor descriptor) =>
        descriptor.IsKeyedService ? descriptor.KeyedImplementationFactory?.Method : descriptor.ImplementationFactory?.Method;

    private static Type? GetImplementationType(ServiceDescriptor descriptor) => descriptor.IsKeyedService
        ? descriptor.KeyedImplementationInstance?.GetType() ?? descriptor.KeyedImplementationType
        : descriptor.ImplementationInstance?.GetType() ?? descriptor.ImplementationType;
}
