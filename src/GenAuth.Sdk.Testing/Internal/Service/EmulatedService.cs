using System.Diagnostics.CodeAnalysis;
using System.Text;

using GenAuth.Sdk.Testing.Internal.Service.Operations;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>
/// The one place that decides: a request in, a response out, one at a time. Both transports ask it, so that a test without
/// sockets meets the same service as one with them.
/// </summary>
internal sealed class EmulatedService
{
    private readonly ServiceState _state;
    private readonly RequestChecks _checks;
    private readonly CorsPolicy _cors;
    private readonly Routes _routes;
    private readonly FaultInjector _faults;
    private int _requestCount;

    public EmulatedService(ServiceState state, IReadOnlyList<EmulatedOperation> operations, FaultInjector faults)
    {
        _state = state;
        _checks = new RequestChecks(state);
        _cors = new CorsPolicy(state.Settings.AllowedOrigins);
        _routes = new Routes(operations, state.Settings.PathBase);
        _faults = faults;
    }

    public int RequestCount => Volatile.Read(ref _requestCount);

    /// <summary>Makes an application exist, at the path of the address that a host under test is configured with.</summary>
    public void AddApplication(string appId, Uri appHost)
    {
        _state.Applications.Add(appId);
        _routes.AddBase(appHost.AbsolutePath.TrimEnd('/'));
    }

    public WireResponse Handle(ReceivedRequest received)
    {
        if (_cors.AnswerPreflight(received) is { } preflight)
            return preflight;

        using var request = new ServiceRequest(received, _routes.Find(received.Method, received.Path), _state.Settings.DefaultLanguage);
        WireResponse response;
        lock (_state.Gate)
            response = Decide(request);
        return _cors.AddHeaders(response, received);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A condition is the test author's code, and any exception of it is theirs to see.")]
    private WireResponse Decide(ServiceRequest request)
    {
        Fault? fault;
        ArmedFault? queued;
        try
        {
            fault = _faults.Take(request.ToEmulatedRequest(++_requestCount), out queued);
        }
        catch (Exception exception)
        {
            return DescribeFailedCondition(exception);
        }

        if (fault is { PrecedesService: true, AcceptsSms: false })
            return Fail(request, fault);

        Decision decision = _checks.FindFailure(request) is { } failure ? Decision.Refuse(failure) : request.Operation!.Decide(request);
        if (decision.IsRefusal && fault is { PrecedesService: false })
        {
            if (queued is not null)
                _faults.PutBack(queued);
            fault = null;
        }

        if (fault is { AcceptsSms: false })
            return Fail(request, fault);

        WireResponse response = decision.Complete();
        if (fault is not null)
            return Fail(request, fault);
        if (decision.IsRefusal)
            _state.Log.Add(new InboxEvent.Failed(Describe(request) with { Refusal = response }));
        return response;
    }

    private WireResponse Fail(ServiceRequest request, Fault fault)
    {
        _state.Log.Add(new InboxEvent.Failed(Describe(request) with { Fault = fault }));
        return fault.CreateResponse(request.Language, request.RequestId);
    }

    private FailedRequest Describe(ServiceRequest request) => FailedRequest.Create(_state.Log.TakeId(), _state.Settings.Clock.GetUtcNow(), request);

    // The transports swallow exceptions, each in its own way, but a response reaches the test whichever it uses.
    private static WireResponse DescribeFailedCondition(Exception exception) =>
        new(500, Encoding.UTF8.GetBytes($"A condition given to Faults.When threw {exception.GetType().FullName}: {exception.Message}"), "text/plain; charset=utf-8");
}
