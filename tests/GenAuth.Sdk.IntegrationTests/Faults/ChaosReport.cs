using System.Globalization;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What a chaos run showed. It keeps figures, not calls: it outlives the run while memory is measured.</summary>
internal sealed class ChaosReport
{
    // Beyond the total timeout: what a machine with other work may take to notice it.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private const int ShownViolations = 20;

    private readonly List<string> _violations = [];
    private readonly string _text;

    public ChaosReport(ChaosCall[] calls, Func<ChaosCall, int> acceptedFor, int requests, int connections)
    {
        (ChaosCall Call, int Sms)[] results = [.. calls.Select(call => (call, acceptedFor(call)))];
        foreach ((ChaosCall call, int sms) in results)
            Check(call, sms);

        Requests = requests;
        Connections = connections;
        MostSmsPerCall = results.Max(result => result.Sms);
        SecondSms = results.Sum(result => Math.Max(0, result.Sms - 1));
        CallsWithSecondSms = results.Count(result => result.Sms > 1);
        _text = Describe(results);
    }

    public int Requests { get; }

    /// <summary>How many connections the client still had when its last send had ended.</summary>
    public int Connections { get; }

    public int MostSmsPerCall { get; }

    /// <summary>How many SMSes were accepted beyond the first of each call.</summary>
    public int SecondSms { get; }

    public int CallsWithSecondSms { get; }

    /// <summary>Broken promises, the first few of them.</summary>
    public IEnumerable<string> Violations => _violations.Take(ShownViolations);

    public int ViolationCount => _violations.Count;

    public override string ToString() => _text;

    private void Check(ChaosCall call, int sms)
    {
        void Violated(string promise) => _violations.Add($"{promise}: {call.AccessToken}, {call.Result}, {call.Outcome}, {sms} SMS, {call.Elapsed.TotalSeconds:0.00} s. {call.Undocumented}");

        if (call.Undocumented is not null)
            Violated("an exception that is not documented");
        if (call.Outcome is RequestOutcome.NotProcessed && sms > 0)
            Violated("NotProcessed, and yet an SMS");
        if (call.Outcome is RequestOutcome.Processed && sms == 0)
            Violated("Processed, and yet no SMS");
        if (call.Elapsed > ChaosRun.TotalTimeout + Slack)
            Violated("later than the total timeout");
    }

    private string Describe((ChaosCall Call, int Sms)[] results)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        Line($"{results.Length} sends, {Requests} requests, {results.Sum(result => result.Sms)} SMSes, longest send {results.Max(result => result.Call.Elapsed).TotalSeconds:0.00} s, {Connections} connections at the end");
        Line($"violations: {_violations.Count}");
        Line($"second SMSes: {SecondSms}, in {CallsWithSecondSms} sends ({100.0 * CallsWithSecondSms / results.Length:0.0} %), at most {MostSmsPerCall} SMS per send");
        Line($"{"outcome",-13} {"sends",7} {"0 SMS",7} {"1 SMS",7} {"more",7}");
        foreach (IGrouping<RequestOutcome?, (ChaosCall Call, int Sms)> outcome in results.GroupBy(result => result.Call.Outcome).OrderByDescending(group => group.Key))
            Line($"{outcome.Key?.ToString() ?? "(cancelled)",-13} {outcome.Count(),7} {outcome.Count(result => result.Sms == 0),7} {outcome.Count(result => result.Sms == 1),7} {outcome.Count(result => result.Sms > 1),7}");
        foreach (IGrouping<string, (ChaosCall Call, int Sms)> result in results.GroupBy(result => result.Call.Result).OrderByDescending(group => group.Count()))
            Line($"{result.Count(),7} {result.Key}");
        return text.ToString();
    }
}
