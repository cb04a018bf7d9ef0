using System.Net;
using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>Makes faults of JSON. What cannot be one becomes an <see cref="ArgumentException"/> or an <see cref="InvalidOperationException"/>.</summary>
internal static class FaultReader
{
    public const int MaxFaults = 100;

    private const double MaxSeconds = 60;
    private const double MaxRetryAfter = 365 * 24 * 60 * 60;
    private const long MaxPadding = 64 * 1024 * 1024;

    public static ArmedFaults Read(JsonElement json)
    {
        try
        {
            return Read(json.Deserialize(RestJsonContext.Default.ArmedFaultsJson) ?? throw new ArgumentException("A JSON object is required."));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The faults are not what PUT faults takes, at {exception.Path ?? "$"}.", exception);
        }
    }

    public static ArmedFaults Read(ArmedFaultsJson json)
    {
        IReadOnlyList<FaultJson> next = json.Next ?? [];
        IReadOnlyList<RandomFaultsJson> randomly = json.Randomly ?? [];
        if (next.Contains(null) || randomly.Contains(null) || randomly.Any(static random => random.Faults.Contains(null)))
            throw new ArgumentException("A fault is an object.");

        List<FaultJson> unbound = [.. randomly.SelectMany(static random => random.Faults), .. json.Always is null ? [] : (FaultJson[])[json.Always]];
        if (next.Count + unbound.Count > MaxFaults)
            throw new ArgumentException($"At most {MaxFaults} faults can be armed.");
        if (unbound.Exists(static fault => fault.Operation is not null))
            throw new ArgumentException("Only faults in next can be bound to an operation.");
        if (json.When is > 0)
            throw new ArgumentException("Conditions are code, and cannot be set from outside the process.");

        return new ArmedFaults(
            [.. next.Select(static fault => new ArmedFault(fault.Operation, ReadFault(fault), Id: 0))],
            [.. randomly.Select(static random => new RandomFaults(random.Seed, random.Probability, [.. random.Faults.Select(ReadFault)]))],
            json.Always is null ? null : new ArmedFault(Operation: null, ReadAlways(json.Always), Id: 0),
            Conditions: 0);
    }

    private static Fault ReadAlways(FaultJson json)
    {
        Fault fault = ReadFault(json);
        return fault.Stage is null ? fault : throw new ArgumentException("A fault in always that comes before the request would close this API too.");
    }

    private static Fault ReadFault(FaultJson json)
    {
        Fault fault = CreateFault(json);
        fault = json.After is { } after ? fault.After(ReadDelay(after, "after")) : fault;
        fault = json.RetryAfter is { } wait ? fault.WithRetryAfter(ReadSeconds(wait, MaxRetryAfter, "retryAfter")) : fault;
        fault = (json.Headers ?? new Dictionary<string, string>()).Aggregate(fault, static (fault, header) => fault.WithHeader(header.Key, header.Value));
        fault = json.PaddedTo is { } length ? fault.PaddedTo(length <= MaxPadding ? length : throw new ArgumentException("paddedTo is at most 64 MiB.")) : fault;
        fault = json.Gzipped is true ? fault.Gzipped() : fault;
        fault = json.Truncated is true ? fault.Truncated() : fault;
        fault = json.Dripping is { } time ? fault.Dripping(ReadDelay(time, "dripping")) : fault;
        fault = json.BeforeReading is true ? fault.BeforeReading() : fault;
        return json.AfterAccepting is true ? fault.AfterAccepting() : fault;
    }

    private static Fault CreateFault(FaultJson json) => json switch
    {
        { Kind: FaultKind.Answer, StatusCode: { } code, Status: null, Body: null, ContentType: null, Location: null } => Fault.Answer(code, json.ApiCode, json.Message),
        { StatusCode: not null } or { ApiCode: not null } or { Message: not null } or { Kind: FaultKind.Answer } => throw new ArgumentException("statusCode, apiCode and message go with the kind answer, which needs statusCode."),
        { Kind: FaultKind.Http, Status: { } status, Location: null } => Fault.Http((HttpStatusCode)status, json.Body ?? string.Empty, json.ContentType ?? "text/html"),
        { Body: not null } or { ContentType: not null } or { Kind: FaultKind.Http } => throw new ArgumentException("body and contentType go with the kind http, which needs status."),
        { Kind: FaultKind.Redirect, Location: { } location } => Fault.Redirect(ReadLocation(location), (HttpStatusCode)(json.Status ?? 307)),
        { Location: not null } or { Kind: FaultKind.Redirect } => throw new ArgumentException("location goes with the kind redirect, which needs it."),
        { Kind: FaultKind.GatewayPage } => Fault.GatewayPage((HttpStatusCode)(json.Status ?? 502)),
        { Status: not null } => throw new ArgumentException("status goes with the kinds http, gatewayPage and redirect."),
        { Kind: FaultKind.Silence } => Fault.Silence(),
        { Kind: FaultKind.Close } => Fault.Close(),
        { Kind: FaultKind.Reset } => Fault.Reset(),
        _ => Fault.Refuse(),
    };

    private static Uri ReadLocation(string location) =>
        Uri.TryCreate(location, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : throw new ArgumentException("location must be an address.");

    private static TimeSpan ReadDelay(double seconds, string member) => ReadSeconds(seconds, MaxSeconds, member);

    private static TimeSpan ReadSeconds(double seconds, double most, string member) =>
        seconds >= 0 && seconds <= most ? TimeSpan.FromSeconds(seconds) : throw new ArgumentException($"{member} must be a number of seconds from 0 to {most}.");
}
