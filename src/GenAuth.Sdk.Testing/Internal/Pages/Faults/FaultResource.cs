using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>What goes wrong at the service.</summary>
internal sealed class FaultResource
{
    private readonly FaultInjector _faults;

    public FaultResource(FaultInjector faults) => _faults = faults;

    public IEnumerable<RestRoute> CreateRoutes() =>
    [
        new("GET", "/api/v1/faults", _ => Task.FromResult(Show())),
        new("PUT", "/api/v1/faults", ReplaceAsync),
        new("DELETE", "/api/v1/faults", _ => Task.FromResult(Clear())),
    ];

    private RestResponse Show() => RestResponse.Json(FaultWriter.Write(_faults.GetArmed()), RestJsonContext.Default.ArmedFaultsJson);

    private async Task<RestResponse> ReplaceAsync(RestRequest request)
    {
        ArmedFaultsJson json = await request.ReadAsync(RestJsonContext.Default.ArmedFaultsJson).ConfigureAwait(false);
        try
        {
            _faults.Replace(FaultReader.Read(json));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new BadHttpRequestException(exception.Message, exception);
        }

        return Show();
    }

    private RestResponse Clear()
    {
        _faults.Clear();
        return RestResponse.NoContent;
    }
}
