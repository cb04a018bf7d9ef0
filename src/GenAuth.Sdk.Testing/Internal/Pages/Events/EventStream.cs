using System.Globalization;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>
/// What one client is told: the clock, a snapshot of the inbox, what is armed, and then each change. Nothing is kept for a
/// client that reads slowly: it gets a new snapshot when the log has moved on without it.
/// </summary>
internal sealed class EventStream
{
    private const int MaxEvents = 256;

    // Real time, whatever the emulator's clock says. Many events in a moment go out together, and snapshots are large.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PauseAfterSnapshot = TimeSpan.FromMilliseconds(250);

    // The clock is told again now and then, which shows that the connection lives; one that does not run by itself is looked at for changes.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ClockInterval = TimeSpan.FromMilliseconds(500);

    private readonly ServiceState _state;
    private readonly FaultInjector _faults;
    private readonly string _session;
    private readonly bool _clockRuns;
    private long _position;
    private int _faultVersion = -1;
    private DateTimeOffset _clock;
    private long? _clockToldAt;

    /// <param name="state">What the service remembers.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="session">What makes the ids of this process different from those of another one.</param>
    /// <param name="lastEventId">The id of the last event that the client got, when it comes back; else null.</param>
    public EventStream(ServiceState state, FaultInjector faults, string session, string? lastEventId)
    {
        _state = state;
        _faults = faults;
        _session = session;
        _clockRuns = state.Settings.Clock == TimeProvider.System;
        _position = FindPosition(lastEventId) ?? -1;
    }

    public async Task WriteAsync(Stream target, CancellationToken aborted)
    {
        while (true)
        {
            Task changed = _state.Changes.Next;
            using var frames = new EventFrames();
            bool isBehind = WriteNews(frames);
            if (frames.Length > 0)
            {
                await frames.CopyToAsync(target, aborted).ConfigureAwait(false);
                await target.FlushAsync(aborted).ConfigureAwait(false);
                await Task.Delay(isBehind ? PauseAfterSnapshot : Pause, TimeProvider.System, aborted).ConfigureAwait(false);
            }
            else
            {
                await WaitAsync(changed, aborted).ConfigureAwait(false);
            }
        }
    }

    private bool WriteNews(EventFrames frames)
    {
        WriteClock(frames);
        bool isBehind = !WriteEvents(frames);
        if (isBehind)
        {
            var snapshot = SnapshotJson.Take(_state, _faults, out _position);
            frames.Add("snapshot", snapshot, RestJsonContext.Default.SnapshotJson, CreateId());
        }

        // The version first, because a change in between is to be told once more.
        int version = _faults.Version;
        if (version != _faultVersion)
        {
            frames.Add("faults", FaultListJson.Create(_faults.GetArmed()), RestJsonContext.Default.FaultListJson);
            _faultVersion = version;
        }

        return isBehind;
    }

    private void WriteClock(EventFrames frames)
    {
        DateTimeOffset now = _state.Settings.Clock.GetUtcNow();
        bool isLate = _clockToldAt is not { } told || TimeProvider.System.GetElapsedTime(told) >= KeepAlive;
        if (!isLate && (_clockRuns || now == _clock))
            return;

        frames.Add("clock", new ClockJson(now, _clockRuns), RestJsonContext.Default.ClockJson);
        _clock = now;
        _clockToldAt = TimeProvider.System.GetTimestamp();
    }

    private bool WriteEvents(EventFrames frames)
    {
        if (_state.Log.Read(_position, MaxEvents) is not { } events)
            return false;

        foreach (InboxEvent happened in events)
        {
            _position++;
            Write(frames, happened);
        }

        return true;
    }

    private void Write(EventFrames frames, InboxEvent happened)
    {
        switch (happened)
        {
            case InboxEvent.Arrived { Message: var message }:
                InboxMessageJson json;
                lock (_state.Gate)
                    json = InboxMessageJson.Create(message, _state);
                frames.Add("message", json, RestJsonContext.Default.InboxMessageJson, CreateId());
                break;
            case InboxEvent.Ended { Code: var code }:
                frames.Add("state", new CodeStateJson(code.Id, code.EndedAs!.Value), RestJsonContext.Default.CodeStateJson, CreateId());
                break;
            case InboxEvent.Failed { Request: var request }:
                frames.Add("failure", FailedRequestJson.Create(request), RestJsonContext.Default.FailedRequestJson, CreateId());
                break;
        }
    }

    // Waiting in vain is no error, so that the exceptions of the two tasks need not be thrown.
    private async Task WaitAsync(Task changed, CancellationToken aborted)
    {
        await changed.WaitAsync(_clockRuns ? KeepAlive : ClockInterval, TimeProvider.System, aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        aborted.ThrowIfCancellationRequested();
    }

    private string CreateId() => string.Create(CultureInfo.InvariantCulture, $"{_session}.{_position}");

    private long? FindPosition(string? lastEventId) =>
        lastEventId?.Split('.') is [var session, var position] && session == _session && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out long found)
            ? found
            : null;
}
