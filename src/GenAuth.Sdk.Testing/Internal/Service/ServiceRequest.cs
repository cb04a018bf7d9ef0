using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service.Operations;
using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A request on its way through the checks to its operation, and the responses to it.</summary>
internal sealed class ServiceRequest : IDisposable
{
    private readonly RequestBody _body;

    public ServiceRequest(ReceivedRequest received, EmulatedOperation? operation, Language defaultLanguage)
    {
        Received = received;
        Operation = operation;
        Language = received.LanguageTag is { } tag ? Language.Parse(tag) : defaultLanguage;
        AppId = received.AppId;
        _body = RequestBody.Read(received.Body, received.GetHeader("content-encoding"));
        Channel = operation?.ReadChannel(Body);
        Phone = operation?.ReadPhone(Body);
    }

    public ReceivedRequest Received { get; }

    /// <summary>What it asks for; null when no route knows it.</summary>
    public EmulatedOperation? Operation { get; }

    public Language Language { get; }

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The application it is for: the one it names, or the one that <see cref="RequestChecks"/> found for its user pool.</summary>
    public string? AppId { get; set; }

    /// <summary>Who sent it; there where the operation <see cref="EmulatedOperation.NeedsUser"/>.</summary>
    public SignedInUser? SignedIn { get; set; }

    /// <summary>Who issues tokens at the address that the request came to: what precedes the operation's path in it, and <c>/oidc</c>.</summary>
    public string Issuer => Received.Origin + Received.Path[..^Operation!.Path.Length].TrimEnd('/') + "/oidc";

    public JsonBody Body => _body.Object ?? default;

    public bool HasBody => _body.Object is not null;

    public bool IsTooLarge => _body.ExceedsLimit;

    /// <summary>What the code is for, known or not; null when the request does not say.</summary>
    public string? Channel { get; }

    /// <summary>The phone number; null when the operation has none.</summary>
    public PhoneField? Phone { get; }

    /// <summary>The recipient that it names, once its fields were checked.</summary>
    public Recipient Recipient => new(AppId!, Phone!.CountryCode!, Phone.Number!, Channel!);

    /// <summary>The signed-in user as the recipient of a code for this operation; null without a phone number.</summary>
    public Recipient? GetRecipientOfUser() => SignedIn!.User is { PhoneCountryCode: { } countryCode, PhoneNumber: { } number }
        ? new Recipient(AppId!, countryCode, number, Channel!)
        : null;

    public EmulatedRequest ToEmulatedRequest(int number) => new(number, Received.Method, Received.Path)
    {
        Operation = Operation?.Name,
        AppId = Received.AppId,
        Channel = Channel is not null && Channels.IsKnown(Channel) ? new SmsChannel(Channel) : (SmsChannel?)null,
        PhoneNumber = Phone?.Number,
        PhoneCountryCode = Phone?.CountryCode,
    };

    /// <summary>A success, with <c>data</c> where there is something to write into it.</summary>
    public WireResponse Succeed(Action<Utf8JsonWriter>? writeData = null) =>
        (new ServiceResponse(200, null, Messages.For(200, null).In(Language)) { WriteData = writeData }).ToWire(RequestId);

    /// <summary>The success of a first step.</summary>
    /// <param name="name">The member with the token.</param>
    /// <param name="token">The token.</param>
    public WireResponse SucceedWithToken(string name, string token) => Succeed(data =>
    {
        data.WriteString(name, token);
        data.WriteNumber("tokenExpiresIn", (int)ActionTokens.Lifetime.TotalSeconds);
    });

    /// <summary>A failure with the message that goes with it.</summary>
    public WireResponse Fail(int statusCode, int? apiCode = null) =>
        new ServiceResponse(statusCode, apiCode, Messages.For(statusCode, apiCode).In(Language)).ToWire(RequestId);

    /// <summary>A failure with a message of its own.</summary>
    public WireResponse Fail(int statusCode, string message) => new ServiceResponse(statusCode, null, message).ToWire(RequestId);

    public void Dispose() => _body.Dispose();
}
