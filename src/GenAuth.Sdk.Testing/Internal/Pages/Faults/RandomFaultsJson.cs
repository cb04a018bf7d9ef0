namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>Faults that apply by chance.</summary>
internal sealed record RandomFaultsJson(int Seed, double Probability, IReadOnlyList<FaultJson> Faults);
