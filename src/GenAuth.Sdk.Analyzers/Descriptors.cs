using Microsoft.CodeAnalysis;

namespace GenAuth.Sdk.Analyzers;

/// <summary>What the package warns of. The ids are stable; <c>.editorconfig</c> sets their severity.</summary>
public static class Descriptors
{
    public const string DroppedResponseId = "GENAUTH001";
    public const string RefusedPhoneNumberId = "GENAUTH002";
    public const string UndocumentedChannelId = "GENAUTH003";

    private const string Category = "Usage";

    public static readonly DiagnosticDescriptor DroppedResponse = new(
        DroppedResponseId,
        "The response of GenAuth is dropped",
        "GenAuth's failures are returned, not thrown: look at {0}, or chain {1}()",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An operation returns whenever GenAuth answered, refusals included. Code that never looks at the response takes every refusal for a success.");

    public static readonly DiagnosticDescriptor RefusedPhoneNumber = new(
        RefusedPhoneNumberId,
        "The phone number or its country code is refused",
        "This constant is refused with an ArgumentException for {0}: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "AuthenticationClient reads phone numbers as people type them and refuses what is none before anything is sent.");

    public static readonly DiagnosticDescriptor UndocumentedChannel = new(
        UndocumentedChannelId,
        "The text is no SMS channel",
        "GenAuth documents no channel of this name{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Text that cannot be a channel is refused when the code runs, and the service refuses a misspelled one.");
}
