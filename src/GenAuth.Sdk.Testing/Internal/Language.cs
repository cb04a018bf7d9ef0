namespace GenAuth.Sdk.Testing.Internal;

/// <summary>The languages the emulator speaks.</summary>
internal enum Language
{
    Chinese,
    English,
}
