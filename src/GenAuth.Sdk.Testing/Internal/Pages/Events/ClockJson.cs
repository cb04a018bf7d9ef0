namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>What the emulator's clock says. One that does not run by itself, as a test's, moves only when another of these comes.</summary>
internal sealed record ClockJson(DateTimeOffset Now, bool Runs);
