using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What the service knows and remembers. Whoever reads or changes codes, cooldowns, action tokens and users holds <see cref="Gate"/>.</summary>
internal sealed class ServiceState : IDisposable
{
    public ServiceState(EmulatorSettings settings)
    {
        Settings = settings;
        Log = new InboxLog(Changes);
        Applications = new Applications(settings);
        Cooldowns = new ResendCooldowns(Gate, settings);
        Codes = new IssuedCodes(Gate, settings, Log);
        Inbox = new SmsInbox(settings.InboxCapacity, Log);
        ActionTokens = new ActionTokens(Gate, settings.Clock);
        Users = new UserDirectory(Gate, settings.Clock);
        Tokens = new TokenIssuer(settings);
        AccessTokens = new AccessTokenReader(settings.Clock, Applications, Users);
    }

    public object Gate { get; } = new();

    public EmulatorSettings Settings { get; }

    /// <summary>Announces whatever happens to the inbox or the faults.</summary>
    public ChangeSignal Changes { get; } = new();

    public InboxLog Log { get; }

    public Applications Applications { get; }

    public ResendCooldowns Cooldowns { get; }

    public IssuedCodes Codes { get; }

    public ActionTokens ActionTokens { get; }

    public SmsInbox Inbox { get; }

    public UserDirectory Users { get; }

    public TokenIssuer Tokens { get; }

    public AccessTokenReader AccessTokens { get; }

    /// <summary>Uses a code up, or counts a wrong try.</summary>
    public bool Redeem(Recipient recipient, string code)
    {
        lock (Gate)
        {
            bool matches = Codes.Matches(recipient, code);
            if (matches)
                Codes.Use(recipient);
            else
                Codes.CountWrongTry(recipient);
            return matches;
        }
    }

    /// <summary>Forgets what happened: messages, codes, cooldowns, action tokens and users.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            Codes.Clear();
            Cooldowns.Clear();
            ActionTokens.Clear();
            Users.Clear();
        }

        Inbox.Clear();
    }

    public void Dispose()
    {
        Inbox.Close();
        Cooldowns.Dispose();
        Codes.Dispose();
        ActionTokens.Dispose();
    }
}
