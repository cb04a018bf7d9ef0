using System.Text.Json;

namespace GenAuth.Emulator;

/// <summary>Reads a JSON object from a file that the user named.</summary>
internal static class JsonFile
{
    /// <exception cref="SettingsException">It cannot be read. The message has the name of the file, not the directories of this machine.</exception>
    public static JsonDocument Read(FileInfo file, JsonDocumentOptions options)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            JsonDocument document = JsonDocument.Parse(stream, options);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document : throw new SettingsException($"{file.Name} must hold a JSON object.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{file.Name} cannot be read.");
        }
        catch (JsonException exception)
        {
            throw new SettingsException($"{file.Name} is no JSON: line {exception.LineNumber + 1}.");
        }
    }
}
