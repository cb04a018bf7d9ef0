using GenAuth.Sdk.AspNetCore;
using GenAuth.Sdk.AspNetCore.Internal;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers phone sign-in for an application.</summary>
/// <remarks>
/// It needs a client (<c>AddGenAuthClient</c>, or <c>AddKeyedGenAuthClient</c> with the same name) and a scheme to sign in
/// with (<c>AddAuthentication().AddCookie()</c>). The options are validated when the host starts
/// (<see cref="OptionsValidationException"/>, all errors at once). The returned builder takes further configuration:
/// <c>.BindConfiguration("…")</c>, or <c>.Configure&lt;TService&gt;(…)</c> with a service of the container.
/// </remarks>
public static class GenAuthPhoneSignInServiceCollectionExtensions
{
    private const int MaxNameLength = 32;

    /// <summary>Adds phone sign-in with the client that has no key.</summary>
    /// <param name="services">Where to register.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<GenAuthPhoneSignInOptions> AddGenAuthPhoneSignIn(this IServiceCollection services) => Add(services, Options.Options.DefaultName);

    /// <summary>Adds phone sign-in with the client that has no key.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets options; calls add up.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<GenAuthPhoneSignInOptions> AddGenAuthPhoneSignIn(this IServiceCollection services, Action<GenAuthPhoneSignInOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, Options.Options.DefaultName).Configure(configure);
    }

    /// <summary>Adds phone sign-in with a keyed client, beside others: each has options, limits, a cookie and a path of its own.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the client, and the name of the registration: 1 to 32 ASCII letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no such name.</exception>
    public static OptionsBuilder<GenAuthPhoneSignInOptions> AddGenAuthPhoneSignIn(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException("A name is 1 to 32 ASCII letters, digits, hyphens and underscores, because a cookie has it in its name.", nameof(name));

        return Add(services, name);
    }

    /// <summary>Adds phone sign-in with a keyed client, beside others: each has options, limits, a cookie and a path of its own.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the client, and the name of the registration: 1 to 32 ASCII letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="configure">Sets options; calls add up.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no such name.</exception>
    public static OptionsBuilder<GenAuthPhoneSignInOptions> AddGenAuthPhoneSignIn(this IServiceCollection services, string name, Action<GenAuthPhoneSignInOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddGenAuthPhoneSignIn(name).Configure(configure);
    }

    private static OptionsBuilder<GenAuthPhoneSignInOptions> Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddDataProtection();
        services.AddDistributedMemoryCache();
        services.AddMetrics();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GenAuthPhoneSignInOptions>, ValidatePhoneSignInOptions>());
        services.TryAddKeyedSingleton(name, static (provider, key) => new PhoneSignIn(provider, (string)key!));

        return services.AddOptions<GenAuthPhoneSignInOptions>(name).ValidateOnStart();
    }
}
