namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>A resource of the REST API and what one method does with it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind <see cref="RestApi.Prefix"/>.</param>
/// <param name="HandleAsync">Responds to a request that passed the common checks.</param>
internal sealed record RestRoute(string Method, string Path, Func<RestRequest, Task<RestResponse>> HandleAsync)
{
    /// <summary>The query parameters it takes. Others are refused, because a misspelled filter would select everything.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];
}
