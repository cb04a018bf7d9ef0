using System.CommandLine;

using GenAuth.Emulator;

const int UsageError = 2;

var flags = new Flags();
var command = new RootCommand("A local GenAuth: answers as the service does, and keeps the codes for you. Nothing leaves this machine.");
foreach (Option option in flags.Settings)
    command.Options.Add(option);
command.Options.Add(flags.File);

ParseResult result = command.Parse(args);
if (result.Action is not null && result.Errors.Count == 0)
    return await result.InvokeAsync();

try
{
    if (result.Errors.Count == 0)
        result = command.Parse([.. args, .. SettingsSource.FindArguments(flags, result)]);
    if (result.Errors.Count > 0)
        throw new SettingsException(string.Join(Environment.NewLine, result.Errors.Select(static error => error.Message)));

    await Emulation.RunAsync(flags.Read(result), flags.FindSeed(result));
    return 0;
}
catch (SettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message + Environment.NewLine);
    await command.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = Console.Error });
    return UsageError;
}
