namespace GenAuth.Sdk;

/// <summary>What kind of failure the service reported; derived from the business status and the api code, never from the text.</summary>
/// <remarks>The set may grow: treat a value you do not know as <see cref="Unknown"/>.</remarks>
public enum GenAuthErrorKind
{
    /// <summary>A status this package does not know.</summary>
    Unknown = 0,

    /// <summary>No failure: status 200.</summary>
    None,

    /// <summary>The request is malformed (status 400, 413), a phone number the service cannot read for example.</summary>
    InvalidArgument,

    /// <summary>A signed-in user is needed and there is none (status 401).</summary>
    Unauthorized,

    /// <summary>The plan or the SMS balance of the user pool is used up (status 402).</summary>
    PaymentRequired,

    /// <summary>Not allowed for this user or application (status 403).</summary>
    Forbidden,

    /// <summary>Something the request names does not exist (status 404).</summary>
    NotFound,

    /// <summary>Conflicts with what is there, an already bound phone for example (status 409).</summary>
    Conflict,

    /// <summary>This phone already got a code for this purpose within the last minute (api code 4004 or 2080, or status 422 without an api code). Show a countdown.</summary>
    ResendTooSoon,

    /// <summary>Well-formed, but refused by a business rule (status 422, or the generic client error 499).</summary>
    InvalidOperation,

    /// <summary>Too many requests for the user pool or the address (status 429).</summary>
    RateLimited,

    /// <summary>The application or user pool is unknown (api codes 2011, 2101, 2224): fix AppId or AppHost, a retry will not help.</summary>
    Configuration,

    /// <summary>The SMS provider behind the service failed or refused (status 6xx).</summary>
    Provider,

    /// <summary>The service is in maintenance (status 503).</summary>
    ServiceUnavailable,

    /// <summary>The service itself failed (status 500, 501, 502).</summary>
    Server,

    /// <summary>The code is wrong or expired (api code 2001 or 2300); the service does not tell which.</summary>
    InvalidCode,
}
