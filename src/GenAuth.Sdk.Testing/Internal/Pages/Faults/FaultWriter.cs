using System.Globalization;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>Makes JSON of faults, those that a test in process armed included. <see cref="FaultReader"/> makes the same faults of it.</summary>
internal static class FaultWriter
{
    public static ArmedFaultsJson Write(ArmedFaults armed) => new()
    {
        Next = [.. armed.Next.Select(static entry => Write(entry.Fault) with { Operation = entry.Operation })],
        Randomly = [.. armed.Randomly.Select(static random => new RandomFaultsJson(random.Seed, random.Probability, [.. random.Faults.Select(Write)]))],
        Always = armed.Always is null ? null : Write(armed.Always.Fault),
        When = armed.Conditions > 0 ? armed.Conditions : null,
    };

    public static FaultJson Write(Fault fault)
    {
        WireResponse response = fault.CreateResponse(Language.English, string.Empty);
        FaultJson json = response.Termination is { } termination
            ? new FaultJson(FindKind(fault, termination))
            : fault.PrecedesService ? WriteHttp(response) : WriteAnswer(response.Body);
        return AddModifiers(json, fault, response);
    }

    private static FaultKind FindKind(Fault fault, ConnectionTermination termination)
    {
        if (fault.Delay == Timeout.InfiniteTimeSpan)
            return FaultKind.Silence;
        if (fault.Stage is ConnectionStage.Accepted)
            return FaultKind.Refuse;
        return termination is ConnectionTermination.Close ? FaultKind.Close : FaultKind.Reset;
    }

    private static FaultJson WriteAnswer(byte[] envelope)
    {
        using JsonDocument document = JsonDocument.Parse(envelope);
        int statusCode = document.RootElement.GetProperty("statusCode").GetInt32();
        int? apiCode = document.RootElement.TryGetProperty("apiCode", out JsonElement member) ? member.GetInt32() : null;
        string? message = document.RootElement.GetProperty("message").GetString();

        // The text that goes with the status comes in the language of each request.
        bool isOwn = message != Messages.For(statusCode, apiCode).English;
        return new FaultJson(FaultKind.Answer) { StatusCode = statusCode, ApiCode = apiCode, Message = isOwn ? message : null };
    }

    private static FaultJson WriteHttp(WireResponse response)
    {
        if (response.HttpStatus is >= 300 and <= 399 && response.Body.Length == 0 && FindHeader(response, "Location") is { } location)
            return new FaultJson(FaultKind.Redirect) { Status = response.HttpStatus, Location = location };

        string body = Encoding.UTF8.GetString(response.Body);
        if (response.ContentType == "text/html" && body.Length > 0 && body == GetGatewayPage(response.HttpStatus))
            return new FaultJson(FaultKind.GatewayPage) { Status = response.HttpStatus };

        return new FaultJson(FaultKind.Http) { Status = response.HttpStatus, Body = body, ContentType = response.ContentType ?? string.Empty };
    }

    private static FaultJson AddModifiers(FaultJson json, Fault fault, WireResponse response)
    {
        double? retryAfter = double.TryParse(FindHeader(response, FaultHeader.RetryAfter), NumberStyles.None, CultureInfo.InvariantCulture, out double seconds) ? seconds : null;
        Dictionary<string, string> headers = response.Headers
            .Where(header => !(json.Location is not null && header.Name == "Location") && !(retryAfter is not null && header.Name == FaultHeader.RetryAfter))
            .GroupBy(static header => header.Name, static header => header.Value, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => string.Join(", ", group), StringComparer.Ordinal);

        return json with
        {
            After = response.Delay > TimeSpan.Zero ? response.Delay.TotalSeconds : null,
            AfterAccepting = Flag(fault.AcceptsSms),
            BeforeReading = Flag(fault.Stage is ConnectionStage.Arriving),
            RetryAfter = retryAfter,
            Headers = headers.Count > 0 ? headers : null,
            PaddedTo = response.PaddedLength > 0 ? response.PaddedLength : null,
            Gzipped = Flag(response.IsGzipped),
            Truncated = Flag(response.IsTruncated),
            Dripping = response.TimePerByte > TimeSpan.Zero ? response.TimePerByte.TotalSeconds : null,
        };
    }

    private static bool? Flag(bool value) => value ? true : null;

    private static string? FindHeader(WireResponse response, string name) => response.Headers.FirstOrDefault(header => header.Name == name).Value;

    private static string GetGatewayPage(int status) =>
        Encoding.UTF8.GetString(Fault.GatewayPage((System.Net.HttpStatusCode)status).CreateResponse(Language.English, string.Empty).Body);
}
