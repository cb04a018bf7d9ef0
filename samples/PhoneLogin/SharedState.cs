using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore;

using Microsoft.AspNetCore.DataProtection;

using RedisRateLimiting;

using StackExchange.Redis;

namespace PhoneLogin;

/// <summary>Lets several nodes share limits, countdowns and the keys of their cookies over one Redis.</summary>
internal static class SharedState
{
    // A visitor waits for Redis, so its answer is good soon or not at all.
    private const int PatienceInMilliseconds = 250;

    public static async Task ShareOverRedisAsync(this WebApplicationBuilder builder, string connectionString)
    {
        IConnectionMultiplexer redis = await ConnectAsync(connectionString);
        builder.Services.AddSingleton(redis);
        builder.Services.AddHostedService<EvictionWarning>();

        builder.Services.AddStackExchangeRedisCache(options => options.ConnectionMultiplexerFactory = () => Task.FromResult(redis));

        // Whoever reads these keys can make cookies: protect them with a certificate (ProtectKeysWithCertificate) where others reach your Redis.
        builder.Services.AddDataProtection().SetApplicationName("PhoneLogin").PersistKeysToStackExchangeRedis(redis, "genauth:PhoneLogin:keys");
        builder.Services.PostConfigure<GenAuthPhoneSignInOptions>(options =>
        {
            Share(options.Sends, redis);
            Share(options.SendsPerAddress, redis);
            Share(options.SendsPerCountry, redis);
            Share(options.SendsPerNumber, redis);
            Share(options.TriesPerAddress, redis);
            Share(options.TriesPerNumber, redis);
        });
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AsyncTimeout = PatienceInMilliseconds;
        options.SyncTimeout = PatienceInMilliseconds;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    // The key of a limit holds no number and no address, but a keyed hash.
    private static void Share(PhoneSignInLimit limit, IConnectionMultiplexer redis) =>
        limit.Limiter = PartitionedRateLimiter.Create<string, string>(key => RedisRateLimitPartition.GetFixedWindowRateLimiter(key, _ => new RedisFixedWindowRateLimiterOptions
        {
            ConnectionMultiplexerFactory = () => redis,
            PermitLimit = limit.PermitLimit,
            Window = limit.Window,
        }));
}
