using System.Net.Sockets;
using System.Text.Json;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Testing.Internal.Pages;
using GenAuth.Sdk.Testing.Internal.Pages.Faults;

using Microsoft.AspNetCore.Connections;

namespace GenAuth.Emulator;

/// <summary>One run of the emulator, from its options to the signal that ends it.</summary>
internal static class Emulation
{
    /// <exception cref="SettingsException">The options cannot be used, or the port cannot.</exception>
    public static async Task RunAsync(GenAuthEmulatorOptions options, FileInfo? seed)
    {
        using var signal = new ShutdownSignal();
        await using GenAuthEmulator genAuth = await StartAsync(options);
        if (seed is not null)
            Seed(genAuth, seed);
        Banner.Write(genAuth, options);
        await signal.Received;
    }

    private static async Task<GenAuthEmulator> StartAsync(GenAuthEmulatorOptions options)
    {
        try
        {
            return await GenAuthEmulator.StartAsync(options);
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException(Describe(exception));
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new SettingsException($"Port {options.Port} is taken: choose another one with --port, or 0 for a free one.");
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new SettingsException($"The emulator cannot listen on port {options.Port} of {options.Host ?? "127.0.0.1"}.");
        }
    }

    private static void Seed(GenAuthEmulator genAuth, FileInfo file)
    {
        using JsonDocument document = JsonFile.Read(file, new JsonDocumentOptions { AllowDuplicateProperties = false });
        try
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
                Seed(genAuth, member);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new SettingsException($"{file.Name}: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw new SettingsException($"{file.Name}: the users are not what POST users takes, at {exception.Path}.");
        }
    }

    private static void Seed(GenAuthEmulator genAuth, JsonProperty member)
    {
        switch (member.Name)
        {
            case "faults":
                genAuth.Faults.Replace(FaultReader.Read(member.Value));
                break;
            case "users":
                foreach (NewUserJson? user in member.Value.Deserialize(RestJsonContext.Default.NewUserJsonArray) ?? [])
                    (user ?? throw new ArgumentException("A user is an object.")).AddTo(genAuth.Users);
                break;
            default:
                throw new ArgumentException($"the key \"{member.Name}\" is unknown. There are users and faults.");
        }
    }

    // The message names options as they are called in code, and the parameter behind them.
    private static string Describe(ArgumentException exception) =>
        exception.Message.Split(" (Parameter ")[0]
            .Replace("GenAuthEmulatorOptions.FixedCode", "--code", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.TestNumbers", "--test-number", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.AllowedOrigins", "--cors", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.DefaultLanguage", "--language", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.AppId", "--app-id", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.Port", "--port", StringComparison.Ordinal)
            .Replace("GenAuthEmulatorOptions.Host", "--host", StringComparison.Ordinal);
}
