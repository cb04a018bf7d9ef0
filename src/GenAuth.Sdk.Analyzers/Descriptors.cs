using Microsoft.CodeAnalysis;

namespace GenAuth.Sdk.Analyzers;

/// <summary>What the package warns of. The ids are stable; <c>.editorconfig</c> sets their severity.</summary>
public static class Descriptors
{
    public const string DroppedResponseId = "GENAUTH001";
    public const string E164PhoneNumberId = "GENAUTH002";

    private const string Category = "Usage";

    public static readonly DiagnosticDescriptor DroppedResponse = new(
        DroppedResponseId,
        "The answer to a send is dropped",
        "GenAuth's failures are returned, not thrown: look at IsSuccess, or chain EnsureSuccess()",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "SendSmsAsync returns whenever GenAuth answered, refusals included. Code that never looks at the answer takes every refusal for a success.");

    public static readonly DiagnosticDescriptor E164PhoneNumber = new(
        E164PhoneNumberId,
        "The phone number carries its country code",
        "The service takes the number without its country code: pass that as phoneCountryCode, \"+1\" for example",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A phoneNumber that begins with + is refused with an ArgumentException at run time.");
}
