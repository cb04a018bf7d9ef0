using System.CommandLine;
using System.CommandLine.Parsing;

using GenAuth.Sdk.Testing;

namespace GenAuth.Emulator;

/// <summary>What the command takes, and the options of the emulator that it makes of it.</summary>
internal sealed class Flags
{
    // Fewer than a test in process wants: nobody looks through more, and the process may run for weeks.
    private const int InboxCapacity = 1_000;

    private readonly Option<int> _port = new("--port") { Description = "The port; 0 takes a free one.", DefaultValueFactory = _ => 5480, HelpName = "NUMBER" };
    private readonly Option<string?> _host = new("--host") { Description = "Listens beyond this machine: an IP address, 0.0.0.0 for example, or the name that others call it by.", HelpName = "NAME" };
    private readonly Option<string> _appId = new("--app-id") { Description = "The application it knows.", DefaultValueFactory = _ => "genauth-emulator", HelpName = "ID" };
    private readonly Option<string> _language = new("--language") { Description = "The language of messages for requests that name none.", DefaultValueFactory = _ => "zh-CN", HelpName = "TAG" };
    private readonly Option<bool> _international = new("--international") { Description = "Sends to numbers outside +86, too." };
    private readonly Option<int> _resendWindow = new("--resend-window") { Description = "Seconds in which a number gets no second SMS for a channel; 0 switches that off.", DefaultValueFactory = _ => 60, HelpName = "SECONDS" };
    private readonly Option<string?> _code = new("--code") { Description = "The code of every SMS.", HelpName = "DIGITS" };
    private readonly Option<string[]> _testNumber = new("--test-number") { Description = "A number, or a regular expression for numbers, that always gets this code and has no window. Repeatable.", HelpName = "NUMBER=CODE" };
    private readonly Option<bool> _https = new("--https") { Description = "Listens on https, with a certificate that is made in memory and that nobody trusts." };
    private readonly Option<string[]> _cors = new("--cors") { Description = "A web page's origin that may read codes and arm faults from a browser. Repeatable.", HelpName = "ORIGIN" };
    private readonly Option<FileInfo?> _seed = new("--seed") { Description = "Who is there and what goes wrong from the start: {\"users\": […], \"faults\": {…}}, as POST users and PUT faults take them.", HelpName = "FILE" };

    public Flags()
    {
        _testNumber.Validators.Add(CheckTestNumbers);
        _resendWindow.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] }])
                result.AddError("--resend-window must not be negative.");
        });
    }

    /// <summary>Each also in the settings file and the environment, but the file itself.</summary>
    public IReadOnlyList<Option> Settings => [_port, _host, _appId, _language, _international, _resendWindow, _code, _testNumber, _https, _cors, _seed];

    public Option<FileInfo?> File { get; } = new("--settings") { Description = $"The settings file. Default {SettingsSource.DefaultFile} of the current directory, where there is one.", HelpName = "FILE" };

    public GenAuthEmulatorOptions Read(ParseResult result)
    {
        var options = new GenAuthEmulatorOptions
        {
            Port = result.GetValue(_port),
            Host = result.GetValue(_host),
            AppId = result.GetValue(_appId)!,
            DefaultLanguage = result.GetValue(_language)!,
            InternationalSms = result.GetValue(_international),
            ResendWindow = TimeSpan.FromSeconds(result.GetValue(_resendWindow)),
            FixedCode = result.GetValue(_code),
            InboxCapacity = InboxCapacity,
            UseHttps = result.GetValue(_https),
        };

        foreach (string entry in result.GetValue(_testNumber) ?? [])
        {
            int at = entry.LastIndexOf('=');
            options.TestNumbers[entry[..at]] = entry[(at + 1)..];
        }

        foreach (string origin in result.GetValue(_cors) ?? [])
            options.AllowedOrigins.Add(origin);
        return options;
    }

    public FileInfo? FindSeed(ParseResult result) => result.GetValue(_seed);

    private static void CheckTestNumbers(OptionResult result)
    {
        if (result.Tokens.Any(static token => token.Value.LastIndexOf('=') <= 0))
            result.AddError("--test-number must be a number or a regular expression, \"=\" and a code: 5550100=424242 for example.");
    }
}
