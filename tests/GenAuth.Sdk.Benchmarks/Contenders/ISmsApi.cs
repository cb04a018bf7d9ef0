using GenAuth.Sdk.Benchmarks.Wire;

using Refit;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>The endpoint as Refit wants it declared.</summary>
internal interface ISmsApi
{
    [Post(Exchange.Path)]
    public Task<SmsAnswer> SendSms([Header(Exchange.AppIdHeader)] string appId, [Body] SmsRequest request);
}
