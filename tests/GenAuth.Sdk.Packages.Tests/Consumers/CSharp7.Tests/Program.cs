using System;
using System.Threading;
using System.Threading.Tasks;

using CSharp7;

using GenAuth.Sdk;

Console.WriteLine(await new Login(new Answering(new SendSMSRespDto { StatusCode = 200 })).SendCodeAsync("5550100"));
Console.WriteLine(await new Login(new Answering(new SendSMSRespDto { StatusCode = 499, ApiCode = 4004 })).SendCodeAsync("5550100"));
Console.WriteLine(await new Login(new Failing(new GenAuthTimeoutException("Too late.") { Outcome = RequestOutcome.Unknown })).SendCodeAsync("5550100"));

internal sealed class Answering : AuthenticationClient
{
    private readonly SendSMSRespDto _response;

    public Answering(SendSMSRespDto response) => _response = response;

    public override Task<SendSMSRespDto> SendSmsAsync(
        SmsChannel channel,
        string phoneNumber,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(_response);
}

internal sealed class Failing : AuthenticationClient
{
    private readonly Exception _exception;

    public Failing(Exception exception) => _exception = exception;

    public override Task<SendSMSRespDto> SendSmsAsync(
        SmsChannel channel,
        string phoneNumber,
        string? phoneCountryCode = null,
        GenAuthRequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default) =>
        Task.FromException<SendSMSRespDto>(_exception);
}
