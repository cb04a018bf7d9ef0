using System.Globalization;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>The SMSes that arrived, and those that are waited for.</summary>
internal sealed class MessageResource
{
    private const int MaxWaits = 64;
    private const double DefaultSeconds = 10;

    private readonly ServiceState _state;
    private int _waits;

    public MessageResource(ServiceState state) => _state = state;

    public IEnumerable<RestRoute> CreateRoutes() =>
    [
        new("GET", "/api/v1/messages", request => Task.FromResult(List(request))) { Query = ["phoneNumber", "channel"] },
        new("DELETE", "/api/v1/messages", _ => Task.FromResult(Clear())),
        new("GET", "/api/v1/messages/latest", request => Task.FromResult(GetLatest(request))) { Query = ["phoneNumber"] },
        new("GET", "/api/v1/messages/wait", WaitAsync) { Query = ["phoneNumber", "timeout"] },
    ];

    private RestResponse List(RestRequest request)
    {
        WrittenNumber? number = request.FindNumber();
        string? channel = request.GetQuery("channel");
        if (channel is not null && Channels.FindError(channel, "channel") is { } error)
            throw new BadHttpRequestException(error);

        IEnumerable<SmsMessage> messages = _state.Inbox.Messages.Where(message =>
            (number is not { } wanted || wanted.IsOf(message)) && (channel is null || message.Channel.Value == channel));
        lock (_state.Gate)
            return RestResponse.Json(messages.Select(ToJson), RestJsonContext.Default.IEnumerableMessageJson);
    }

    private RestResponse Clear()
    {
        _state.Inbox.Clear();
        return RestResponse.NoContent;
    }

    private RestResponse GetLatest(RestRequest request)
    {
        WrittenNumber number = request.GetNumber();
        return _state.Inbox.Messages.LastOrDefault(number.IsOf) is { } latest
            ? Show(latest)
            : RestResponse.Problem(StatusCodes.Status404NotFound, "No SMS to this number has arrived.");
    }

    private async Task<RestResponse> WaitAsync(RestRequest request)
    {
        WrittenNumber number = request.GetNumber();
        TimeSpan timeout = ReadTimeout(request.GetQuery("timeout"));
        try
        {
            if (Interlocked.Increment(ref _waits) > MaxWaits)
                return RestResponse.Problem(StatusCodes.Status429TooManyRequests, $"At most {MaxWaits} requests may wait at once.");
            return Show(await _state.Inbox.WaitForNewestAsync(number, timeout, request.Aborted).ConfigureAwait(false));
        }
        catch (TimeoutException exception)
        {
            return RestResponse.Problem(StatusCodes.Status404NotFound, exception.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _waits);
        }
    }

    private static TimeSpan ReadTimeout(string? text)
    {
        double seconds = DefaultSeconds;
        bool isNumber = text is null || double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);
        return isNumber && seconds is >= 1 and <= 60 ? TimeSpan.FromSeconds(seconds) : throw new BadHttpRequestException("timeout must be a number of seconds from 1 to 60.");
    }

    private RestResponse Show(SmsMessage message)
    {
        lock (_state.Gate)
            return RestResponse.Json(ToJson(message), RestJsonContext.Default.MessageJson);
    }

    private MessageJson ToJson(SmsMessage message) => new(
        message.Code,
        message.PhoneNumber,
        message.PhoneCountryCode,
        message.Channel.Value,
        message.At,
        _state.Codes.GetState(message.Issued!));
}
