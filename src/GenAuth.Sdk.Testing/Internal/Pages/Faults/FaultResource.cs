using System.Globalization;

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
        new("PUT", "/api/v1/faults", request => ArmAsync(request, _faults.Replace)),
        new("POST", "/api/v1/faults", request => ArmAsync(request, Add)),
        new("DELETE", "/api/v1/faults", request => Task.FromResult(TakeBack(request))) { Query = ["id"] },
    ];

    private RestResponse Show() => RestResponse.Json(FaultWriter.Write(_faults.GetArmed()), RestJsonContext.Default.ArmedFaultsJson);

    private async Task<RestResponse> ArmAsync(RestRequest request, Action<ArmedFaults> arm)
    {
        ArmedFaultsJson json = await request.ReadAsync(RestJsonContext.Default.ArmedFaultsJson).ConfigureAwait(false);
        try
        {
            arm(FaultReader.Read(json));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new BadHttpRequestException(exception.Message, exception);
        }

        return Show();
    }

    private void Add(ArmedFaults armed)
    {
        if (_faults.GetArmed().Count + armed.Count > FaultReader.MaxFaults)
            throw new ArgumentException($"At most {FaultReader.MaxFaults} faults can be armed.");
        _faults.Add(armed);
    }

    private RestResponse TakeBack(RestRequest request)
    {
        if (request.GetQuery("id") is not { } text)
            _faults.Clear();
        else if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            throw new BadHttpRequestException("id must be a number, as the events have it.");
        else if (!_faults.Remove(id))
            return RestResponse.Problem(StatusCodes.Status404NotFound, "This fault is not armed any more.");
        return RestResponse.NoContent;
    }
}
