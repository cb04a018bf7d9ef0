using System.Net;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>Asks the service for a code.</summary>
internal sealed class CodeSender
{
    private readonly AuthenticationClient _client;

    public CodeSender(AuthenticationClient client) => _client = client;

    /// <summary>Sends. A browser that leaves does not stop it, because what became of the code must be known and kept.</summary>
    public async Task<SendResult> SendAsync(RequestedNumber number, IPAddress? address)
    {
        try
        {
            var requestOptions = new GenAuthRequestOptions { ClientIp = address };
            return Judge(await _client.SendSmsAsync(SmsChannel.Login, number.NationalNumber, number.CountryCode, requestOptions, CancellationToken.None).ConfigureAwait(false));
        }
        catch (GenAuthException exception)
        {
            return Judge(exception);
        }
    }

    private static SendResult Judge(SendSMSRespDto response) => response switch
    {
        { IsSuccess: true } => new(SendEnd.Sent),
        { Outcome: not RequestOutcome.NotProcessed } => new(SendEnd.MayBeSent),
        { ErrorKind: GenAuthErrorKind.ResendTooSoon } => new(SendEnd.TooSoon, response.ResendAfter),
        { ApiCode: GenAuthApiCodes.UserNotFound or GenAuthApiCodes.UserLocked or GenAuthApiCodes.UserExists or GenAuthApiCodes.RegistrationDisabled } => new(SendEnd.Hidden),
        { ErrorKind: GenAuthErrorKind.RateLimited } => new(SendEnd.Limited, response.RetryAfter),
        { ErrorKind: GenAuthErrorKind.InvalidArgument } => new(SendEnd.Invalid),
        { ErrorKind: GenAuthErrorKind.ServiceUnavailable } => new(SendEnd.Unavailable, response.RetryAfter),
        _ => new(SendEnd.Impossible),
    };

    private static SendResult Judge(GenAuthException exception) => exception switch
    {
        { Outcome: not RequestOutcome.NotProcessed } => new(SendEnd.MayBeSent),
        GenAuthResponseException { HttpStatusCode: HttpStatusCode.TooManyRequests } response => new(SendEnd.Limited, response.RetryAfter),
        GenAuthResponseException => new(SendEnd.Impossible),
        _ => new(SendEnd.Unavailable),
    };
}
