using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What is checked alike for every operation, in the service's order: route, body, application, rate, user.</summary>
internal sealed class RequestChecks
{
    private const int MaxEchoedPath = 256;

    private readonly Applications _applications;
    private readonly AccessTokenReader _accessTokens;
    private readonly RequestRate _rate;

    public RequestChecks(ServiceState state)
    {
        _applications = state.Applications;
        _accessTokens = state.AccessTokens;
        _rate = new RequestRate(state.Settings.RequestsPerSecond, state.Settings.Clock);
    }

    /// <summary>The response to the first check that fails; null when the operation may decide.</summary>
    public WireResponse? FindFailure(ServiceRequest request) =>
        FindUnknownRoute(request)
        ?? FindUnreadableBody(request)
        ?? FindUnknownApplication(request)
        ?? FindExceededRate(request)
        ?? FindStranger(request);

    private static WireResponse? FindUnknownRoute(ServiceRequest request)
    {
        if (request.Operation is not null)
            return null;

        string path = request.Received.Path;
        string message = $"Cannot {request.Received.Method} {(path.Length > MaxEchoedPath ? path[..MaxEchoedPath] : path)}";
        return (new ServiceResponse(404, null, message) { HttpStatus = 404 }).ToWire(requestId: null);
    }

    private static WireResponse? FindUnreadableBody(ServiceRequest request)
    {
        if (request.IsTooLarge)
            return (new ServiceResponse(413, null, Messages.For(413, null).English)).ToWire(request.RequestId);
        return request.HasBody || !request.Operation!.TakesBody ? null : request.Fail(400, "The request body must be a JSON object.");
    }

    private WireResponse? FindUnknownApplication(ServiceRequest request)
    {
        if (!request.Operation!.NeedsApplication)
            return null;

        if (request.AppId is null && request.Received.UserPoolId is { } userPoolId)
        {
            request.AppId = _applications.FindByUserPool(userPoolId);
            return request.AppId is null ? request.Fail(499, GenAuthApiCodes.UserPoolNotFound) : null;
        }

        if (request.AppId is not { } appId)
            return request.Fail(499, GenAuthApiCodes.ApplicationIdRequired);
        return _applications.Has(appId) ? null : request.Fail(499, GenAuthApiCodes.ApplicationNotFound);
    }

    private WireResponse? FindExceededRate(ServiceRequest request) =>
        !request.Operation!.NeedsApplication || _rate.TryTake() ? null : new ServiceResponse(429, null, Messages.For(429, null).In(request.Language)).ToWire(requestId: null);

    private WireResponse? FindStranger(ServiceRequest request)
    {
        if (!request.Operation!.NeedsUser)
            return null;

        request.SignedIn = _accessTokens.Read(request.Received.AccessToken, request.Operation.NeedsApplication ? request.AppId : null);
        return request.SignedIn is null ? request.Operation.RefuseStranger(request) : null;
    }
}
