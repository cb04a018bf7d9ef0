using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Tests.Sms;

public partial class SendSMSRespDtoTests
{
    [Fact]
    public void The_wire_names_survive_a_round_trip()
    {
        var response = new SendSMSRespDto { StatusCode = 422, Message = "wait", ApiCode = 4004, RequestId = "r-1", RetryAfter = TimeSpan.FromSeconds(1) };

        string json = JsonSerializer.Serialize(response, ConsumerContext.Default.SendSMSRespDto);

        Assert.Equal("""{"statusCode":422,"message":"wait","apiCode":4004,"requestId":"r-1"}""", json);
        Assert.Equal(response with { RetryAfter = null }, JsonSerializer.Deserialize(json, ConsumerContext.Default.SendSMSRespDto));
    }

    [Fact]
    public void Leaves_out_what_the_service_left_out() =>
        Assert.Equal("""{"statusCode":200,"message":""}""", JsonSerializer.Serialize(new SendSMSRespDto { StatusCode = 200 }, ConsumerContext.Default.SendSMSRespDto));

    [Fact]
    public void A_new_instance_is_neither_success_nor_refusal()
    {
        var response = new SendSMSRespDto();

        Assert.False(response.IsSuccess);
        Assert.Equal(GenAuthErrorKind.Unknown, response.ErrorKind);
        Assert.Equal(RequestOutcome.Unknown, response.Outcome);
    }

    [Fact]
    public void Exceptions_built_for_a_test_double_start_out_empty()
    {
        Assert.Equal("", new GenAuthException("m").Operation);
        Assert.Equal("", new GenAuthResponseException("m").Body);
        Assert.Equal("", new GenAuthApiException("m").ServerMessage);
        Assert.Equal(RequestOutcome.Unknown, new GenAuthException("m").Outcome);
    }

    [Fact]
    public void EnsureSuccess_returns_a_success_itself()
    {
        var response = new SendSMSRespDto { StatusCode = 200 };

        Assert.Same(response, response.EnsureSuccess());
    }

    [Fact]
    public void EnsureSuccess_throws_everything_a_handler_of_the_failure_needs()
    {
        var response = new SendSMSRespDto { StatusCode = 422, ApiCode = 4004, Message = "1 minute", RequestId = "r-1", RetryAfter = TimeSpan.FromSeconds(7) };

        GenAuthApiException exception = Assert.Throws<GenAuthApiException>(response.EnsureSuccess);

        Assert.Equal("GenAuth refused SendSms: ResendTooSoon (status 422, api code 4004, request id r-1). No SMS was sent.", exception.Message);
        Assert.Equal("SendSms", exception.Operation);
        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal("r-1", exception.RequestId);
        Assert.Equal(422, exception.StatusCode);
        Assert.Equal(4004, exception.ApiCode);
        Assert.Equal(GenAuthErrorKind.ResendTooSoon, exception.ErrorKind);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
        Assert.Equal("1 minute", exception.ServerMessage);
    }

    [Fact]
    public void EnsureSuccess_warns_when_an_SMS_may_have_gone_out()
    {
        GenAuthApiException exception = Assert.Throws<GenAuthApiException>(new SendSMSRespDto { StatusCode = 500 }.EnsureSuccess);

        Assert.Equal("GenAuth answered SendSms with Server (status 500). An SMS may have been sent: sending again may send a second one.", exception.Message);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Null(exception.ApiCode);
    }

    [Fact]
    public void ToString_keeps_the_services_text_to_itself_because_it_may_quote_the_number()
    {
        string text = new SendSMSRespDto { StatusCode = 422, ApiCode = 4004, Message = "5550100 must wait", RequestId = "r-1" }.ToString();

        Assert.Equal("SendSMSRespDto { StatusCode = 422, ApiCode = 4004, ErrorKind = ResendTooSoon, Outcome = NotProcessed, RequestId = r-1 }", text);
    }

    [JsonSerializable(typeof(SendSMSRespDto))]
    internal sealed partial class ConsumerContext : JsonSerializerContext;
}
