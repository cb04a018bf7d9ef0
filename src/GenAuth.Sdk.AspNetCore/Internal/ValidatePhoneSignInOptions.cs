using System.Text;

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.AspNetCore.Internal;

/// <summary>Finds every error of a registration at once, so that nobody mends them one restart at a time.</summary>
internal sealed class ValidatePhoneSignInOptions : IValidateOptions<GenAuthPhoneSignInOptions>
{
    private const int SecretBytesOfHS256 = 32;

    private readonly IServiceProvider _services;
    private readonly IServiceProviderIsKeyedService _isKeyedService;

    public ValidatePhoneSignInOptions(IServiceProvider services, IServiceProviderIsKeyedService isKeyedService)
    {
        _services = services;
        _isKeyedService = isKeyedService;
    }

    public ValidateOptionsResult Validate(string? name, GenAuthPhoneSignInOptions options)
    {
        List<string> errors = [.. OptionErrors.Find(options), .. FindMissing(name ?? string.Empty, options)];
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors.Select(error => nameof(GenAuthPhoneSignInOptions) + ": " + error));
    }

    private IEnumerable<string> FindMissing(string name, GenAuthPhoneSignInOptions options)
    {
        AuthenticationOptions schemes = _services.GetRequiredService<IOptions<AuthenticationOptions>>().Value;
        if (options.SignInScheme is { } scheme ? !schemes.SchemeMap.ContainsKey(scheme) : schemes.DefaultSignInScheme is null && schemes.DefaultScheme is null && schemes.SchemeMap.Count != 1)
            yield return "There is no scheme to sign in with: call AddAuthentication().AddCookie(), and name it in SignInScheme if it is not the default.";

        bool hasClient = name.Length == 0 ? _isKeyedService.IsService(typeof(AuthenticationClient)) : _isKeyedService.IsKeyedService(typeof(AuthenticationClient), name);
        if (!hasClient)
        {
            yield return name.Length == 0 ? "There is no client: call AddGenAuthClient()." : $"There is no client of this name: call AddKeyedGenAuthClient(\"{name}\").";
            yield break;
        }

        string? appSecret = _services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().Get(name).AppSecret;
        if (options.IdTokenAlgorithm is IdTokenAlgorithm.HS256 && (appSecret is null || Encoding.UTF8.GetByteCount(appSecret) < SecretBytesOfHS256))
            yield return "IdTokenAlgorithm is HS256, which needs an AppSecret of at least 32 bytes.";

        if (options.PartitionKeySecret is null && appSecret is null && OptionErrors.GetLimits(options).Any(limit => limit.Limit.Limiter is not null))
            yield return "A limiter is replaced, which needs a PartitionKeySecret or an AppSecret, because the keys of all nodes must be the same.";
    }
}
