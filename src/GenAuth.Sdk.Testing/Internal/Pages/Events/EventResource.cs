using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>The stream of what happens, for those who watch the inbox.</summary>
internal sealed class EventResource
{
    private const int MaxStreams = 32;

    private readonly ServiceState _state;
    private readonly FaultInjector _faults;

    // Positions in a log of the process mean nothing to the next one.
    private readonly string _session = Guid.NewGuid().ToString("N");
    private int _streams;

    public EventResource(ServiceState state, FaultInjector faults)
    {
        _state = state;
        _faults = faults;
    }

    public IEnumerable<RestRoute> CreateRoutes() =>
    [
        new("GET", "/api/v1/events", request => Task.FromResult(Open(request))),
    ];

    private RestResponse Open(RestRequest request)
    {
        if (Interlocked.Increment(ref _streams) > MaxStreams)
        {
            Interlocked.Decrement(ref _streams);
            return RestResponse.Problem(StatusCodes.Status429TooManyRequests, $"At most {MaxStreams} event streams may be open at once.");
        }

        var stream = new EventStream(_state, _faults, _session, request.LastEventId);
        return RestResponse.Stream("text/event-stream", target => WriteAsync(stream, target, request.Aborted));
    }

    private async Task WriteAsync(EventStream stream, HttpResponse target, CancellationToken aborted)
    {
        try
        {
            // Middleware of a host may hold responses back, to compress them for example.
            target.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await stream.WriteAsync(target.Body, aborted).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }
}
