using System.Collections;
using System.CommandLine;
using System.Text.Json;

namespace GenAuth.Emulator;

/// <summary>Finds settings in the environment and in a file, as the arguments that they stand for. The command line comes first, then the environment.</summary>
internal static class SettingsSource
{
    public const string DefaultFile = "genauth-emulator.json";

    private const string Prefix = "GENAUTH_EMULATOR_";
    private const char Separator = ';';

    private static readonly JsonDocumentOptions ReadOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>The arguments for the settings that the command line does not have.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or a key is unknown.</exception>
    public static IEnumerable<string> FindArguments(Flags flags, ParseResult commandLine)
    {
        Dictionary<string, string[]> environment = ReadEnvironment(flags.Settings);
        Dictionary<string, string[]> file = ReadFile(flags.Settings, commandLine.GetValue(flags.File));
        return from option in flags.Settings
               where commandLine.GetResult(option) is null or { Implicit: true }
               from value in environment.GetValueOrDefault(option.Name) ?? file.GetValueOrDefault(option.Name) ?? []
               select $"{option.Name}={value}";
    }

    private static Dictionary<string, string[]> ReadEnvironment(IEnumerable<Option> options)
    {
        Dictionary<string, Option> known = options.ToDictionary(static option => Prefix + option.Name[2..].Replace('-', '_').ToUpperInvariant(), StringComparer.Ordinal);
        Dictionary<string, string[]> values = [];
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || variable.Value is not string { Length: > 0 } value)
                continue;

            Option option = known.GetValueOrDefault(name) ?? throw new SettingsException($"The environment variable {name} is none of this tool. There are {string.Join(", ", known.Keys)}.");
            values[option.Name] = option.Arity.MaximumNumberOfValues > 1 ? value.Split(Separator, StringSplitOptions.RemoveEmptyEntries) : [value];
        }

        return values;
    }

    private static Dictionary<string, string[]> ReadFile(IEnumerable<Option> options, FileInfo? file)
    {
        if (file is null && !File.Exists(DefaultFile))
            return [];

        Dictionary<string, Option> known = options.ToDictionary(static option => ToMemberName(option.Name), StringComparer.Ordinal);
        Dictionary<string, string[]> values = [];
        using JsonDocument document = JsonFile.Read(file ?? new FileInfo(DefaultFile), ReadOptions);
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            Option option = known.GetValueOrDefault(member.Name) ?? throw new SettingsException($"The settings file has the unknown key \"{member.Name}\". There are {string.Join(", ", known.Keys)}.");
            values[option.Name] = ReadValues(member);
        }

        return values;
    }

    private static string[] ReadValues(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Array => [.. member.Value.EnumerateArray().Select(static item => item.ToString())],
        JsonValueKind.Object or JsonValueKind.Null => throw new SettingsException($"The key \"{member.Name}\" of the settings file must be a text, a number, true or false, or an array of texts."),
        _ => [member.Value.ToString()],
    };

    // --app-id is appId.
    private static string ToMemberName(string flag) =>
        string.Concat(flag[2..].Split('-').Select(static (word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
