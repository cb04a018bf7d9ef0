using System.Reflection;
using System.Runtime.InteropServices;

namespace GenAuth.Sdk.Internal;

/// <summary>How the package names itself to the service.</summary>
internal static class SdkIdentity
{
    public static string Version { get; } = ReadVersion();

    /// <summary>The value of the service's <c>sdk-version</c> header.</summary>
    public static string Header { get; } = "csharp:" + Version;

    /// <summary>The <c>User-Agent</c> (RFC 9110, 10.1.5).</summary>
    public static string UserAgent { get; } = $"GenAuth.Sdk/{Version} ({Comment(RuntimeInformation.FrameworkDescription)})";

    // The source revision after "+" is for debuggers, not for a server's log.
    private static string ReadVersion() =>
        typeof(SdkIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    // Some platforms describe themselves with parentheses or worse, which would end the comment early.
    private static string Comment(string description)
    {
        char[] comment = description.ToCharArray();
        for (int i = 0; i < comment.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(comment[i]) && comment[i] is not ('.' or '-'))
                comment[i] = ' ';
        }

        return new string(comment);
    }
}
