using GenAuth.Sdk;

namespace Quickstart;

/// <summary>Shows the four fields of an answer.</summary>
internal static class Display
{
    public static void Show(GenAuthResponse response)
    {
        Console.WriteLine($"   statusCode {response.StatusCode}");
        Console.WriteLine($"   message    {response.Message}");
        Console.WriteLine($"   apiCode    {(response.ApiCode is { } apiCode ? $"{apiCode}" : "(none)")}");
        Console.WriteLine($"   requestId  {response.RequestId ?? "(none)"}");
    }
}
