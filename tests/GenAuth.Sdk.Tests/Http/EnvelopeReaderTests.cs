using System.Text;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class EnvelopeReaderTests
{
    [Theory]
    // The documented answers.
    [InlineData("""{"statusCode":200,"message":"Operation successful","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c"}""", 200, "Operation successful", null, "934108e5-9fbf-4d24-8da1-c330328abd6c")]
    [InlineData("""{"statusCode":429,"message":"您的请求已超过最大数量限制，请稍后重试"}""", 429, "您的请求已超过最大数量限制，请稍后重试", null, null)]
    [InlineData("""{"statusCode":403,"apiCode":2333,"message":"Account not exists or password is incorrect.","requestId":"x-1"}""", 403, "Account not exists or password is incorrect.", 2333, "x-1")]
    [InlineData("""{"uniqueId":"65e59f51-dbbc-4d1f-a809-6d3f15d9b53e","statusCode":499,"message":"应用不存在","apiCode":"2011","data":null}""", 499, "应用不存在", 2011, "65e59f51-dbbc-4d1f-a809-6d3f15d9b53e")]
    // The status.
    [InlineData("""{"statusCode":"200"}""", 200, "", null, null)]
    [InlineData("""{"statusCode":-1}""", -1, "", null, null)]
    [InlineData("""{"code":200}""", 200, "", null, null)]
    [InlineData("""{"code":"499"}""", 499, "", null, null)]
    [InlineData("""{"code":200,"statusCode":422}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"code":200}""", 422, "", null, null)]
    [InlineData("""{"statusCode":null,"code":422}""", 422, "", null, null)]
    [InlineData("""{"statusCode":200,"code":"CHANNEL_LOGIN"}""", 200, "", null, null)]
    [InlineData("""{"statusCode":200,"statusCode":500}""", 500, "", null, null)]
    // The message.
    [InlineData("""{"statusCode":200,"message":null}""", 200, "", null, null)]
    [InlineData("""{"statusCode":200,"message":{"a":[1,2]},"requestId":"r"}""", 200, "", null, "r")]
    [InlineData("""{"statusCode":200,"message":"\ud800","requestId":"r"}""", 200, "", null, "r")]
    // The api code.
    [InlineData("""{"statusCode":422,"apiCode":4004}""", 422, "", 4004, null)]
    [InlineData("""{"statusCode":422,"apiCode":"4004"}""", 422, "", 4004, null)]
    [InlineData("""{"statusCode":422,"apiCode":null}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":"none"}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":""}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":4004.5}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":99999999999}""", 422, "", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":[4004],"message":"m"}""", 422, "m", null, null)]
    [InlineData("""{"statusCode":422,"apiCode":true}""", 422, "", null, null)]
    // The request id.
    [InlineData("""{"request_id":"c","uniqueId":"b","requestId":"a","statusCode":200}""", 200, "", null, "a")]
    [InlineData("""{"request_id":"c","uniqueId":"b","requestId":"","statusCode":200}""", 200, "", null, "b")]
    [InlineData("""{"request_id":"c","uniqueId":null,"requestId":7,"statusCode":200}""", 200, "", null, "c")]
    [InlineData("""{"request_id":"","uniqueId":"","requestId":"","statusCode":200}""", 200, "", null, null)]
    [InlineData("""{"requestId":{"statusCode":500},"statusCode":200}""", 200, "", null, null)]
    // The rest.
    [InlineData("""{"more":[{"statusCode":500}],"statusCode":200}""", 200, "", null, null)]
    [InlineData("""{"data":{"statusCode":500,"a":[{"b":{}}]},"statusCode":200,"more":[[]],"x":1e9}""", 200, "", null, null)]
    [InlineData(" \n{ \"statusCode\" : 200 } \r\n", 200, "", null, null)]
    [InlineData("\ufeff{\"statusCode\":200}", 200, "", null, null)]
    [InlineData("""{"status\u0043ode":200}""", 200, "", null, null)]
    public void Reads_what_a_deployment_may_answer(string json, int statusCode, string message, int? apiCode, string? requestId)
    {
        Assert.True(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes(json), out Envelope envelope));
        Assert.Equal((statusCode, message, apiCode, requestId), (envelope.StatusCode, envelope.Message, envelope.ApiCode, envelope.RequestId));
    }

    [Theory]
    [InlineData("200.0")]
    [InlineData("2e2")]
    [InlineData("2.00E+2")]
    [InlineData("20000e-2")]
    [InlineData("\"200.0\"")]
    [InlineData("\"2e2\"")]
    [InlineData("2000000000000000000000000000000e-28")]
    [InlineData("0.0000000000000000000000000000000000002e39")]
    public void A_whole_number_is_one_in_any_spelling(string number)
    {
        Assert.True(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes($$"""{"statusCode":{{number}},"apiCode":{{number}}}"""), out Envelope envelope));
        Assert.Equal((200, 200), (envelope.StatusCode, envelope.ApiCode));
    }

    [Theory]
    [InlineData("""{"statusCode":1,"code":2}""", true)]
    [InlineData("""{"statusCode":null,"code":2}""", false)]
    [InlineData("""{"code":2}""", false)]
    public void Tells_whether_the_status_is_that_of_statusCode(string json, bool hasStatusCode)
    {
        Assert.True(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes(json), out Envelope envelope));
        Assert.Equal(hasStatusCode, envelope.HasStatusCode);
    }

    [Theory]
    [InlineData("""{"statusCode":200}""", "")]
    [InlineData("""{"statusCode":200,"data": {"a":[1, 2]} ,"x":1}""", """{"a":[1, 2]}""")]
    [InlineData("\ufeff{\"data\":\"text\",\"statusCode\":200}", "\"text\"")]
    [InlineData("""{"data":1,"statusCode":200,"data":null}""", "null")]
    public void Tells_where_the_data_stands(string json, string data)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);

        Assert.True(EnvelopeReader.TryRead(body, out Envelope envelope));
        Assert.Equal(data, Encoding.UTF8.GetString(envelope.Data.In(body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("null")]
    [InlineData("200")]
    [InlineData("\"200\"")]
    [InlineData("[{\"statusCode\":200}]")]
    [InlineData("{}")]
    [InlineData("""{"message":"ok"}""")]
    [InlineData("""{"data":{"statusCode":200}}""")]
    [InlineData("""{"StatusCode":200}""")]
    [InlineData("""{"statusCode":null}""")]
    [InlineData("""{"statusCode":true}""")]
    [InlineData("""{"statusCode":"ok"}""")]
    [InlineData("""{"statusCode":""}""")]
    [InlineData("""{"statusCode":"\ud800"}""")]
    [InlineData("""{"statusCode":" 200"}""")]
    [InlineData("""{"statusCode":[200]}""")]
    [InlineData("""{"statusCode":{"code":200}}""")]
    [InlineData("""{"statusCode":200.5}""")]
    [InlineData("""{"statusCode":"200.5"}""")]
    [InlineData("""{"statusCode":2e9999}""")]
    [InlineData("""{"statusCode":2e99999999999999}""")]
    [InlineData("""{"statusCode":4.9E-324}""")]
    [InlineData("""{"statusCode":200.0000000000000000000000000000000000001}""")]
    [InlineData("""{"statusCode":"2e"}""")]
    [InlineData("""{"statusCode":"2e 2"}""")]
    [InlineData("""{"statusCode":"-"}""")]
    [InlineData("""{"statusCode":"200x"}""")]
    [InlineData("""{"statusCode":-2147483649}""")]
    [InlineData("""{"statusCode":99999999999}""")]
    [InlineData("""{"statusCode":"x","code":200}""")]
    [InlineData("""{"statusCode":true,"code":200}""")]
    [InlineData("""{"statusCode":[],"code":200}""")]
    [InlineData("""{"statusCode":1.5,"code":200}""")]
    [InlineData("""{"code":"OK"}""")]
    [InlineData("""{"statusCode":200""")]
    [InlineData("""{"statusCode":200,"message":"trunc""")]
    [InlineData("""{"statusCode":200,}""")]
    [InlineData("""{"statusCode":200}x""")]
    [InlineData("""{"statusCode":200}{"statusCode":500}""")]
    [InlineData("""{"statusCode":0200}""")]
    [InlineData("""{statusCode:200}""")]
    [InlineData("""/**/{"statusCode":200}""")]
    public void Takes_nothing_else_for_an_answer(string body) =>
        Assert.False(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes(body), out _));

    [Fact]
    public void Invalid_UTF8_in_a_text_does_not_hide_the_status()
    {
        byte[] json = [.. "{\"message\":\""u8, 0xFF, 0xFE, .. "\",\"statusCode\":200}"u8];

        Assert.True(EnvelopeReader.TryRead(json, out Envelope envelope));
        Assert.Equal((200, ""), (envelope.StatusCode, envelope.Message));
    }

    [Theory]
    [InlineData("""{"\ud800":1,"statusCode":200}""")]
    [InlineData("""{"\ud800\ud800":1,"statusCode":200}""")]
    [InlineData("""{"status\ud800":1,"statusCode":200}""")]
    public void A_member_name_of_half_surrogate_pairs_is_just_another_unknown_member(string json)
    {
        Assert.True(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes(json), out Envelope envelope));
        Assert.Equal(200, envelope.StatusCode);
    }

    [Fact]
    public void Nesting_beyond_reason_is_not_an_answer() =>
        Assert.False(EnvelopeReader.TryRead(Encoding.UTF8.GetBytes("{\"data\":" + new string('[', 100_000) + new string(']', 100_000) + ",\"statusCode\":200}"), out _));
}
