namespace GenAuth.Sdk;

/// <summary>What kind of failure the service reported; derived from the business status and the api code, never from the text.</summary>
/// <remarks>
/// The kind does not say whether the service acted: <see cref="GenAuthResponse.Outcome"/> does. The set may grow: treat a
/// value you do not know as <see cref="Unknown"/>. The numbers are fixed, so that a stored one keeps its meaning.
/// </remarks>
public enum GenAuthErrorKind
{
    /// <summary>A status that this package does not know, 408 for example.</summary>
    Unknown = 0,

    /// <summary>No failure: status 200.</summary>
    None = 1,

    /// <summary>The request is malformed (status 400, 413), a phone number the service cannot read for example.</summary>
    InvalidArgument = 2,

    /// <summary>A signed-in user is needed and there is none (status 401).</summary>
    Unauthorized = 3,

    /// <summary>The plan or the SMS balance of the user pool is used up (status 402).</summary>
    PaymentRequired = 4,

    /// <summary>Not allowed for this user or application (status 403).</summary>
    Forbidden = 5,

    /// <summary>Something the request names does not exist (status 404).</summary>
    NotFound = 6,

    /// <summary>Conflicts with what is there, an already bound phone for example (status 409).</summary>
    Conflict = 7,

    /// <summary>This phone already got a code for this purpose within the last minute (api code 4004 or 2080; on an operation that sends, also status 422 without an api code). Show a countdown.</summary>
    ResendTooSoon = 8,

    /// <summary>Well-formed, but refused by a business rule (status 422, or the generic client error 499), where no other kind applies; or a status of 200 whose data says <c>"success":false</c>.</summary>
    InvalidOperation = 9,

    /// <summary>Too many requests for the user pool or the address (status 429).</summary>
    RateLimited = 10,

    /// <summary>The application or user pool is unknown (api codes 2011, 2101, 2224): fix AppId or AppHost, a retry will not help.</summary>
    Configuration = 11,

    /// <summary>The SMS provider behind the service failed or refused (status 6xx).</summary>
    Provider = 12,

    /// <summary>The service is in maintenance, or the framework behind it failed (status 503).</summary>
    ServiceUnavailable = 13,

    /// <summary>The service itself failed (status 500, 501, 502).</summary>
    Server = 14,

    /// <summary>The code is wrong or expired (api code 2001 or 2300); the service does not tell which.</summary>
    InvalidCode = 15,
}
