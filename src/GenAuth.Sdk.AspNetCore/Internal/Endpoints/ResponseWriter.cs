using System.Globalization;

using GenAuth.Sdk.AspNetCore.Internal.Requests;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>Writes what clients get.</summary>
internal static class ResponseWriter
{
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(5);

    public static Task WriteAcceptedAsync(HttpResponse response, TimeSpan resendAfter)
    {
        response.StatusCode = StatusCodes.Status202Accepted;
        return response.WriteAsJsonAsync(new AcceptedResponse(ToSeconds(resendAfter)), PhoneSignInJsonContext.Default.AcceptedResponse, "application/json");
    }

    public static Task WriteAsync(HttpResponse response, Problem problem) => WriteAsync(response, problem, resendAfter: null);

    /// <summary>Nothing was done, and a retry may help.</summary>
    public static Task WriteTryAgainAsync(HttpResponse response, TimeSpan? retryAfter = null)
    {
        SetRetryAfter(response, retryAfter ?? SoonEnough);
        return WriteAsync(response, Problem.TryAgain);
    }

    /// <summary>Too many codes were asked for.</summary>
    public static Task WriteTooManySendsAsync(HttpResponse response, TimeSpan retryAfter)
    {
        SetRetryAfter(response, retryAfter);
        return WriteAsync(response, Problem.TooMany, ToSeconds(retryAfter));
    }

    /// <summary>Too many codes were tried.</summary>
    public static Task WriteTooManyTriesAsync(HttpResponse response, TimeSpan retryAfter)
    {
        SetRetryAfter(response, retryAfter);
        return WriteAsync(response, Problem.TooMany);
    }

    private static Task WriteAsync(HttpResponse response, Problem problem, int? resendAfter)
    {
        response.StatusCode = problem.Status;
        var body = new ProblemResponse(problem.Type, problem.Title, problem.Status, resendAfter);
        return response.WriteAsJsonAsync(body, PhoneSignInJsonContext.Default.ProblemResponse, "application/problem+json");
    }

    private static void SetRetryAfter(HttpResponse response, TimeSpan retryAfter) =>
        response.Headers.RetryAfter = ToSeconds(retryAfter).ToString(CultureInfo.InvariantCulture);

    // Rounded up, so that whoever waits so long has waited long enough.
    private static int ToSeconds(TimeSpan time) => (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), 1, int.MaxValue);
}
