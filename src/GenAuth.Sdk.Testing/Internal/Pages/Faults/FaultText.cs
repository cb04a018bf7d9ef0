using System.Globalization;

namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>Says in plain words what goes wrong.</summary>
internal static class FaultText
{
    public static string Describe(Fault fault)
    {
        FaultJson json = FaultWriter.Write(fault);
        return string.Join(", ", [DescribeKind(json), .. DescribeModifiers(json)]);
    }

    private static string DescribeKind(FaultJson json) => json.Kind switch
    {
        FaultKind.Answer => $"The service answers {DescribeStatus(json)}",
        FaultKind.Http => Invariant($"A gateway answers HTTP {json.Status}"),
        FaultKind.GatewayPage => Invariant($"A gateway shows its page, HTTP {json.Status}"),
        FaultKind.Redirect => Invariant($"A gateway sends the client elsewhere, HTTP {json.Status}"),
        FaultKind.Silence => "No response ever comes",
        FaultKind.Close => "The connection is closed",
        FaultKind.Reset => "The connection is reset",
        _ => "The connection is refused",
    };

    private static string DescribeStatus(FaultJson json)
    {
        string message = (json.Message ?? Messages.For(json.StatusCode!.Value, json.ApiCode).English).TrimEnd('.');
        return json.ApiCode is null ? Invariant($"{json.StatusCode} ({message})") : Invariant($"{json.StatusCode}/{json.ApiCode} ({message})");
    }

    private static IEnumerable<string> DescribeModifiers(FaultJson json)
    {
        if (json.AfterAccepting is true)
            yield return "after the service did its work";
        if (json.BeforeReading is true)
            yield return "before the request is read";
        if (json.After is { } after)
            yield return Invariant($"{after:0.###} s late");
        if (json.RetryAfter is { } wait)
            yield return Invariant($"asking to wait {wait:0} s");
        if (json.PaddedTo is { } length)
            yield return Invariant($"{length} bytes long");
        if (json.Gzipped is true)
            yield return "compressed";
        if (json.Truncated is true)
            yield return "cut off in the middle";
        if (json.Dripping is { } time)
            yield return Invariant($"{time:0.###} s for each byte");
        if (json.Headers is { Count: > 0 } headers)
            yield return "with " + string.Join(", ", headers.Keys);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
