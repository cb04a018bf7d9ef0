using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Telemetry;

/// <summary>Tells of each event: to the log, the request's span, a counter, and the application. No method throws, because nobody who listens may change what happens.</summary>
internal sealed class EventReporter
{
    private const string EventTag = "genauth.phone_sign_in.event";
    private const string LimitTag = "genauth.phone_sign_in.limit";
    private const string ClientTag = "genauth.client";

    private readonly string _registration;
    private readonly PartitionKeys _keys;
    private readonly Action<PhoneSignInEvent>? _onEvent;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Counter<long> _events;

    [SuppressMessage("Reliability", "CA2000", Justification = "The factory owns the meters it creates.")]
    public EventReporter(string registration, GenAuthPhoneSignInOptions options, PartitionKeys keys, IMeterFactory meters, ILogger logger)
    {
        _registration = registration;
        _keys = keys;
        _onEvent = options.OnEvent;
        _clock = options.TimeProvider;
        _logger = logger;
        _events = meters.Create(GenAuthTelemetry.MeterName).CreateCounter<long>("genauth.phone_sign_in.events", "{event}", "What happened to codes that were asked for and tried.");
    }

    public void Report(PhoneSignInEventKind kind, HttpContext context, RequestedNumber? number = null, string? limit = null)
    {
        var happened = new PhoneSignInEvent
        {
            Kind = kind,
            At = _clock.GetUtcNow(),
            Registration = _registration,
            Limit = limit,
            NumberHash = number is null ? null : _keys.Hash(number.Identity),
            Network = ClientAddress.GetNetwork(ClientAddress.Normalize(context.Connection.RemoteIpAddress)),
        };
        Isolate(() => EventLog.Write(_logger, happened));
        Isolate(() => Count(happened));
        Isolate(() => Tag(Activity.Current, happened));
        Isolate(() => _onEvent?.Invoke(happened));
    }

    private void Count(PhoneSignInEvent happened)
    {
        TagList tags = new() { { EventTag, happened.Kind.ToString() } };
        if (happened.Limit is not null)
            tags.Add(LimitTag, happened.Limit);
        if (_registration.Length > 0)
            tags.Add(ClientTag, _registration);
        _events.Add(1, tags);
    }

    private static void Tag(Activity? span, PhoneSignInEvent happened)
    {
        span?.SetTag(EventTag, happened.Kind.ToString());
        if (happened.Limit is not null)
            span?.SetTag(LimitTag, happened.Limit);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A logger, a listener or the application may throw anything.")]
    private void Isolate(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception exception)
        {
            LogFailure(exception);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The logger itself may be what throws.")]
    private void LogFailure(Exception exception)
    {
        try
        {
            _logger.HookFailed("A listener of events", exception.GetType().Name);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }
}
