using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore.Internal.Endpoints;
using GenAuth.Sdk.AspNetCore.Internal.Limits;
using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Service;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;
using GenAuth.Sdk.AspNetCore.Internal.Tokens;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.AspNetCore.Internal;

/// <summary>One registration: its endpoints, over the client and the options of its name.</summary>
internal sealed class PhoneSignIn : IDisposable
{
    private const string LogCategory = "GenAuth.Sdk.AspNetCore.PhoneSignIn";
    private const string HttpClientName = "GenAuth.Sdk";

    private readonly TryLimits _tryLimits;
    private readonly ConcurrencyLimiter _calls;

    /// <param name="services">The container.</param>
    /// <param name="name">The name of the registration, and the key of its client; empty for the client without a key.</param>
    public PhoneSignIn(IServiceProvider services, string name)
    {
        GenAuthPhoneSignInOptions options = services.GetRequiredService<IOptionsMonitor<GenAuthPhoneSignInOptions>>().Get(name);
        GenAuthClientOptions clientOptions = services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().Get(name);
        AuthenticationClient client = name.Length == 0
            ? services.GetRequiredService<AuthenticationClient>()
            : services.GetRequiredKeyedService<AuthenticationClient>(name);
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);

        var keys = new PartitionKeys(clientOptions.AppId!, options.PartitionKeySecret, clientOptions.AppSecret);
        var events = new EventReporter(name, options, keys, services.GetRequiredService<IMeterFactory>(), logger);
        var cookie = new BindingCookie(services.GetRequiredService<IDataProtectionProvider>(), name, options.TimeProvider);
        var countdown = new Countdown(services.GetRequiredService<IDistributedCache>(), keys, options.TimeProvider, logger);
        var forwardedHeaders = new ForwardedHeaderWarning(logger);

        SendLimits = new SendLimits(options, keys, logger);
        _tryLimits = new TryLimits(options, keys, logger);
        _calls = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = options.MaxConcurrentCalls, QueueLimit = 0 });

        var signIn = new SignIn(options, new CodeRedeemer(client, options), CreateValidator(services, name, options, clientOptions, logger), cookie, logger, events);
        SendCode = new SendCodeEndpoint(options, new SendCheck(options, logger), SendLimits, _calls, new CodeSender(client), new SendResponse(cookie, countdown, events), forwardedHeaders, events);
        SignInWithCode = new SignInEndpoint(options, cookie, _tryLimits, _calls, signIn, forwardedHeaders, events);
        SignOut = new SignOutEndpoint(options, cookie, forwardedHeaders, events);
    }

    public PhoneEndpoint SendCode { get; }

    public PhoneEndpoint SignInWithCode { get; }

    public PhoneEndpoint SignOut { get; }

    public SendLimits SendLimits { get; }

    public void Dispose()
    {
        SendLimits.Dispose();
        _tryLimits.Dispose();
        _calls.Dispose();
    }

    private static IdTokenValidator CreateValidator(IServiceProvider services, string name, GenAuthPhoneSignInOptions options, GenAuthClientOptions client, ILogger logger)
    {
        IHttpClientFactory factory = services.GetRequiredService<IHttpClientFactory>();
        string clientName = name.Length == 0 ? HttpClientName : HttpClientName + ":" + name;
        string issuer = client.AppHost!.AbsoluteUri.TrimEnd('/') + "/oidc";
        SigningKeys? keys = options.IdTokenAlgorithm is IdTokenAlgorithm.RS256
            ? new SigningKeys(() => factory.CreateClient(clientName), issuer, options.TimeProvider, logger)
            : null;
        return new IdTokenValidator(issuer, client, keys, options.TimeProvider, logger);
    }
}
