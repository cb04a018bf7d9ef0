namespace GenAuth.Emulator;

/// <summary>The tool was told something it does not understand. The message is for the user.</summary>
internal sealed class SettingsException(string message) : Exception(message);
