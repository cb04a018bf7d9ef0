using GenAuth.Sdk;
using GenAuth.Sdk.Internal.Validation;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Validates the options of the clients when the host starts. Messages name the configuration keys.</summary>
internal sealed class ValidateClientOptions : IValidateOptions<GenAuthClientOptions>
{
    private readonly GenAuthClientRegistry _clients;
    private readonly bool _hasConfiguration;

    public ValidateClientOptions(GenAuthClientRegistry clients, IConfiguration? configuration)
    {
        _clients = clients;
        _hasConfiguration = configuration is not null;
    }

    public ValidateOptionsResult Validate(string? name, GenAuthClientOptions options)
    {
        if (_clients.Find(name) is not { } client)
            return ValidateOptionsResult.Skip;

        var result = new ValidateOptionsResultBuilder();
        foreach (string error in GenAuthClientOptionsValidator.Validate(options, client.Options.GetErrorPrefix(_hasConfiguration)))
            result.AddError(error);
        return result.Build();
    }
}
