using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>A failure as clients see it: our own text, never the service's.</summary>
internal sealed record Problem(int Status, string Name, string Title)
{
    public static readonly Problem InvalidRequest = new(StatusCodes.Status400BadRequest, "invalid-request", "The request is malformed.");
    public static readonly Problem InvalidNumber = new(StatusCodes.Status400BadRequest, "invalid-number", "This is no phone number.");
    public static readonly Problem CountryNotAllowed = new(StatusCodes.Status400BadRequest, "country-not-allowed", "No codes are sent to this country.");
    public static readonly Problem CheckFailed = new(StatusCodes.Status400BadRequest, "check-failed", "A check that comes before a code is sent was not passed.");
    public static readonly Problem WrongCode = new(StatusCodes.Status400BadRequest, "wrong-code", "The code is wrong or expired.");
    public static readonly Problem ForeignOrigin = new(StatusCodes.Status403Forbidden, "foreign-origin", "Only the pages of this site may call this.");
    public static readonly Problem MoreNeeded = new(StatusCodes.Status403Forbidden, "more-needed", "The code was right, but signing in needs more than it.");
    public static readonly Problem TooLarge = new(StatusCodes.Status413PayloadTooLarge, "too-large", "The request is too large.");
    public static readonly Problem UnsupportedMediaType = new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The request must be JSON.");
    public static readonly Problem TooMany = new(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests.");
    public static readonly Problem NotPossible = new(StatusCodes.Status502BadGateway, "not-possible", "No code can be sent at the moment.");
    public static readonly Problem AskForNewCode = new(StatusCodes.Status502BadGateway, "ask-for-a-new-code", "The code may have been used up: ask for a new one.");
    public static readonly Problem TryAgain = new(StatusCodes.Status503ServiceUnavailable, "try-again", "Nothing was done: try again.");

    public string Type => "urn:genauth:phone-sign-in/" + Name;
}
