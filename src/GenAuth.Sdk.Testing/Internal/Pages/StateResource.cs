using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The settings, and the way back to the beginning.</summary>
internal sealed class StateResource
{
    private readonly ServiceState _state;
    private readonly FaultInjector _faults;

    public StateResource(ServiceState state, FaultInjector faults)
    {
        _state = state;
        _faults = faults;
    }

    public IEnumerable<RestRoute> CreateRoutes() =>
    [
        new("GET", "/api/v1/settings", _ => Task.FromResult(RestResponse.Json(SettingsJson.Create(_state.Settings), RestJsonContext.Default.SettingsJson))),
        new("POST", "/api/v1/reset", _ => Task.FromResult(Reset())),
    ];

    private RestResponse Reset()
    {
        _faults.Clear();
        _state.Reset();
        return RestResponse.NoContent;
    }
}
