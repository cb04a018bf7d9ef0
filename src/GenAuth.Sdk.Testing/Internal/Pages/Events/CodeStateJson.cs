using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>What became of the code of a message. That one expires follows from its deadline.</summary>
internal sealed record CodeStateJson(long Id, CodeState State);
