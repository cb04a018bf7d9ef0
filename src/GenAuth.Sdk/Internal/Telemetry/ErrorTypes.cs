namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>The values of <c>error.type</c>: few, and the same for spans, metrics and logs.</summary>
internal static class ErrorTypes
{
    public static string Of(SendSMSRespDto response) => response.ErrorKind.ToString();

    public static string Of(Exception exception) => exception.GetType().FullName!;
}
