using System.Security.Claims;

namespace GenAuth.Sdk.AspNetCore;

/// <summary>How an application signs users in by phone. Validated when the application starts, and read then; not thread-safe.</summary>
public sealed class GenAuthPhoneSignInOptions
{
    /// <summary>The scheme that keeps the user signed in, a cookie's for example. Default null: the application's default scheme to sign in with.</summary>
    public string? SignInScheme { get; set; }

    /// <summary>The country of numbers that name none. Default <c>+86</c>; one whole country code. It is always sent along.</summary>
    public string DefaultCountryCode { get; set; } = "+86";

    /// <summary>
    /// The countries that codes are sent to, as beginnings of international numbers: <c>+86</c>, <c>+1</c>, <c>+4477</c>. Default
    /// <c>+86</c> alone; at least one. The longest beginning that fits a number, allowed or excluded, decides.
    /// </summary>
    public IReadOnlyCollection<string> AllowedCountryCodes { get; set; } = ["+86"];

    /// <summary>What is left out of <see cref="AllowedCountryCodes"/>: <c>+1876</c> beside <c>+1</c>, for example. Default none.</summary>
    public IReadOnlyCollection<string> ExcludedCountryCodes { get; set; } = [];

    /// <summary>Whether a number without a user becomes a new user at its first sign-in. Default false.</summary>
    public bool AutoRegister { get; set; }

    /// <summary>The scopes of the sign-in, separated by spaces. Default <c>openid profile phone</c>; must hold <c>openid</c>, because the user comes from the id token.</summary>
    public string Scope { get; set; } = "openid profile phone";

    /// <summary>How id tokens are signed, as the GenAuth console says. Default <see cref="IdTokenAlgorithm.RS256"/>.</summary>
    public IdTokenAlgorithm IdTokenAlgorithm { get; set; }

    /// <summary>How many codes are asked for in all. Default 5,000 an hour.</summary>
    public PhoneSignInLimit Sends { get; } = new(5_000);

    /// <summary>How many codes one address may ask for; of IPv6 the first 64 bits count. Default 10 an hour.</summary>
    public PhoneSignInLimit SendsPerAddress { get; } = new(10);

    /// <summary>How many codes are asked for in one country. Default 1,000 an hour.</summary>
    public PhoneSignInLimit SendsPerCountry { get; } = new(1_000);

    /// <summary>How many codes are asked for to one number. Default 5 an hour.</summary>
    public PhoneSignInLimit SendsPerNumber { get; } = new(5);

    /// <summary>How many codes one address may try; of IPv6 the first 64 bits count. Default 30 an hour.</summary>
    public PhoneSignInLimit TriesPerAddress { get; } = new(30);

    /// <summary>How many codes may be tried for one number. Default 10 an hour.</summary>
    public PhoneSignInLimit TriesPerNumber { get; } = new(10);

    /// <summary>What happens while a replaced limiter fails. Default <see cref="LimiterFailureMode.RefuseSends"/>.</summary>
    public LimiterFailureMode WhenLimiterFails { get; set; }

    /// <summary>How many calls to the service may run at once on this node; others get 503. Default 100; at least 1.</summary>
    public int MaxConcurrentCalls { get; set; } = 100;

    /// <summary>
    /// The key that hashes numbers and addresses before they become a key of a limit or a cache: base64 of at least 32 bytes,
    /// the same on every node. Default null: derived from <see cref="GenAuthClientOptions.AppSecret"/>, or without one
    /// random for the life of the process, which replaced limiters refuse. Keep it in a secret store.
    /// </summary>
    public string? PartitionKeySecret { get; set; }

    /// <summary>
    /// A check before anything is counted or sent, of a captcha for example: false refuses the request (400), and so does an
    /// exception (503). Default null: no check. Called for many requests at once.
    /// </summary>
    public Func<PhoneSignInSend, ValueTask<bool>>? CheckSend { get; set; }

    /// <summary>
    /// Turns a login into the user of the application, for example by looking its account up. Default null: takes
    /// <see cref="PhoneSignInLogin.Principal"/>. A result of null refuses the user (403); after an exception nobody is
    /// signed in (502), because the code is used up. Called for many requests at once.
    /// </summary>
    public Func<PhoneSignInLogin, ValueTask<ClaimsPrincipal?>>? CreatePrincipal { get; set; }

    /// <summary>Gets every event, for an audit. Default null. Called for many requests at once, on their way: it must be quick. Its exceptions are logged and change nothing.</summary>
    public Action<PhoneSignInEvent>? OnEvent { get; set; }

    /// <summary>The clock of limits, countdowns, cookies and tokens. Default the system's; tests put a fake one here.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
