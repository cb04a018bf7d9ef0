using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The users that can sign in.</summary>
internal sealed class UserResource
{
    private readonly ServiceState _state;

    public UserResource(ServiceState state) => _state = state;

    public IEnumerable<RestRoute> CreateRoutes() =>
    [
        new("GET", "/api/v1/users", request => Task.FromResult(List(request))) { Query = ["phoneNumber"] },
        new("POST", "/api/v1/users", AddAsync),
        new("DELETE", "/api/v1/users", _ => Task.FromResult(Clear())),
    ];

    private RestResponse List(RestRequest request)
    {
        WrittenNumber? number = request.FindNumber();
        IEnumerable<UserJson> users = _state.Users.All.Where(user => number is not { } wanted || IsOf(wanted, user)).Select(UserJson.Create);
        return RestResponse.Json(users, RestJsonContext.Default.IEnumerableUserJson);
    }

    private static bool IsOf(WrittenNumber number, EmulatedUser user) =>
        user.PhoneCountryCode is { } countryCode && number.ToNational(countryCode) == user.PhoneNumber;

    private async Task<RestResponse> AddAsync(RestRequest request)
    {
        NewUserJson user = await request.ReadAsync(RestJsonContext.Default.NewUserJson).ConfigureAwait(false);
        try
        {
            return RestResponse.Json(UserJson.Create(user.AddTo(_state.Users)), RestJsonContext.Default.UserJson) with { Status = StatusCodes.Status201Created };
        }
        catch (ArgumentException exception)
        {
            throw new BadHttpRequestException(exception.Message, exception);
        }
    }

    private RestResponse Clear()
    {
        lock (_state.Gate)
            _state.Users.Clear();
        return RestResponse.NoContent;
    }
}
