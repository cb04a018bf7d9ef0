namespace GenAuth.Sdk.Internal.Contract;

/// <summary>The codes that the service documents. Metrics name no others, because a broken server could make any number of time series.</summary>
internal static class DocumentedCodes
{
    public static bool HasStatus(int statusCode) => statusCode
        is 200 or 400 or 401 or 402 or 403 or 404 or 409 or 413 or 422 or 429 or 499
        or 500 or 501 or 502 or 503 or 601 or 602 or 603;

    public static bool HasApiCode(int apiCode) => apiCode
        is (>= 1300 and <= 1306) or 1576 or (>= 1600 and <= 1707)
        or 2000 or 2001 or 2004 or 2005 or 2006 or 2011 or 2020 or 2026 or 2028 or 2031 or 2035 or 2039 or 2040 or 2058 or 2080
        or 2101 or 2206 or 2207 or 2217 or 2224 or 2226 or 2229 or 2230 or 2300 or 2333
        or 4004 or 4021 or (>= 6001 and <= 6004)
        or 2120008 or 2130010 or 2820002;
}
