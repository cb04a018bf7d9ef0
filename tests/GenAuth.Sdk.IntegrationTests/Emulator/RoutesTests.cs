using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class RoutesTests : WireTests
{
    private protected RoutesTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.PathBase = "/tenant-a";

    [Theory]
    [InlineData("/api/v3/send-sms", 200)]
    [InlineData("//api/v3/send-sms", 200)]
    [InlineData("///api/v3/send-sms", 404)]
    [InlineData("/api//v3/send-sms", 404)]
    public async Task Two_slashes_before_the_path_reach_the_service(string path, int status) =>
        Assert.Equal(status, (await Wire.SendAsync(HttpMethod.Post, path, Wire.Body(), ("x-genauth-app-id", Emulator.AppId))).StatusCode);

    [Fact]
    public async Task System_information_comes_without_an_envelope_and_without_an_application()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Get, "/api/v3/system", body: null);

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.HttpStatus, answer.ContentType));
        Assert.Equal("""{"rsa":{"publicKey":""},"sm2":{"publicKey":""},"version":{"server":"emulator"},"publicIps":[]}""", answer.Text);
    }

    [Theory]
    [InlineData("GET", "/api/v3/send-sms")]
    [InlineData("POST", "/api/v3/system")]
    [InlineData("POST", "/api/v3/send-email")]
    public async Task A_request_that_no_route_knows_uses_up_no_fault(string method, string path)
    {
        Emulator.Faults.Next(Fault.GatewayPage());
        Emulator.Faults.Randomly(1, 1, Fault.Http(HttpStatusCode.GatewayTimeout));

        Assert.Equal(HttpStatusCode.NotFound, (await Wire.SendAsync(new HttpMethod(method), path, "{}")).HttpStatus);
        Assert.Equal(HttpStatusCode.BadGateway, (await Wire.PostAsync(Wire.Body())).HttpStatus);
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await Wire.PostAsync(Wire.Body())).HttpStatus);
    }

    [Fact]
    public async Task A_long_path_is_cut_where_it_is_repeated()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, "/" + new string('a', 1000), "{}");

        Assert.Equal("Cannot POST ".Length + 256, answer.Message!.Length);
    }

    public sealed class OverSockets() : RoutesTests(sockets: true);

    public sealed class InMemory() : RoutesTests(sockets: false);
}
