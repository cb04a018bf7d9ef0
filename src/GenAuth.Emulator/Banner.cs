using System.Reflection;

using GenAuth.Sdk.Testing;

namespace GenAuth.Emulator;

/// <summary>What the tool says at its start.</summary>
internal static class Banner
{
    public static void Write(GenAuthEmulator genAuth, GenAuthEmulatorOptions options)
    {
        // Some official clients put a slash of their own behind the address.
        string address = genAuth.AppHost.AbsoluteUri.TrimEnd('/');
        Console.WriteLine($"GenAuth emulator {GetVersion()}");
        Console.WriteLine();
        Console.WriteLine($"  Service  {address}");
        Console.WriteLine($"  Inbox    {address}/_genauth");
        Console.WriteLine($"  App id   {genAuth.AppId}");
        if (genAuth.BearerToken is { } token)
            Console.WriteLine($"  Token    {token}");

        Console.WriteLine();
        Console.WriteLine("Settings of an application:");
        Console.WriteLine();
        Console.WriteLine($"  GenAuth__AppHost={address}");
        Console.WriteLine($"  GenAuth__AppId={genAuth.AppId}");
        if (genAuth.CreateClientOptions().AllowInsecureHttp)
            Console.WriteLine("  GenAuth__AllowInsecureHttp=true");

        Console.WriteLine();
        Console.WriteLine("Ctrl+C ends it.");
        WriteWarnings(genAuth, options);
    }

    private static void WriteWarnings(GenAuthEmulator genAuth, GenAuthEmulatorOptions options)
    {
        if (options.FixedCode is not null)
            Console.Error.WriteLine("Warning: --code gives every SMS the same code, which anybody may know.");
        if (options.TestNumbers.Count > 0)
            Console.Error.WriteLine("Warning: --test-number gives numbers a code that never changes, and no window.");
        if (genAuth.BearerToken is not null)
            Console.Error.WriteLine("Warning: --host opens the emulator to the network. What is below /_genauth wants the token above, which is not shown again.");
    }

    private static string GetVersion() =>
        typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
