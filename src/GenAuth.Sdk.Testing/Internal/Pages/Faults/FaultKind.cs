namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>What goes wrong, by the names of the methods of <see cref="Fault"/>.</summary>
internal enum FaultKind
{
    Answer,
    Http,
    GatewayPage,
    Redirect,
    Silence,
    Close,
    Reset,
    Refuse,
}
