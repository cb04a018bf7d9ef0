using System.Net.Security;
using System.Net.Sockets;
using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Faults that end a connection without an answer, as a socket sees them.</summary>
public sealed class BrokenConnectionTests
{
    public enum Ending
    {
        Closed,
        Reset,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault, Ending, int, int> Faults => new()
    {
        { "close", Fault.Close(), Ending.Closed, 1, 0 },
        { "close, accepted", Fault.Close().AfterAccepting(), Ending.Closed, 1, 1 },
        { "close, unread", Fault.Close().BeforeReading(), Ending.Closed, 0, 0 },
        { "reset", Fault.Reset(), Ending.Reset, 1, 0 },
        { "reset, accepted", Fault.Reset().AfterAccepting(), Ending.Reset, 1, 1 },
        { "reset, unread", Fault.Reset().BeforeReading(), Ending.Reset, 0, 0 },
        { "refuse", Fault.Refuse(), Ending.Closed, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_connection_ends_as_it_was_told(string name, Fault fault, Ending end, int requests, int accepted)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        emulator.Faults.Next(fault);
        using Socket socket = await ConnectAsync(emulator);

        Assert.Equal((name, end), (name, await EndingOfAsync(socket, emulator)));

        Assert.Equal((requests, accepted), (emulator.RequestCount, emulator.Inbox.Messages.Count));
        Assert.Equal(accepted == 1, fault.AcceptsSms);
        Assert.Equal(accepted == 1 ? 422 : 200, await StatusAsync(emulator));
    }

    [Fact]
    public async Task Https_is_refused_before_the_handshake()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = true }, Token);
        emulator.Faults.Next(Fault.Refuse());
        using Socket socket = await ConnectAsync(emulator);
        await using var tls = new SslStream(new NetworkStream(socket));

        await Assert.ThrowsAsync<IOException>(() => tls.AuthenticateAsClientAsync(Trust.In(emulator), Token));
    }

    [Fact]
    public async Task Https_is_dropped_unread_after_the_handshake()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = true }, Token);
        emulator.Faults.Next(Fault.Reset().BeforeReading());
        using Socket socket = await ConnectAsync(emulator);
        await using var tls = new SslStream(new NetworkStream(socket));

        await tls.AuthenticateAsClientAsync(Trust.In(emulator), Token);
        await tls.WriteAsync("POST "u8.ToArray(), Token);

        await Assert.ThrowsAsync<IOException>(() => tls.ReadExactlyAsync(new byte[1], Token).AsTask());
    }

    [Fact]
    public async Task A_refusal_meets_the_next_connection_or_a_request_on_one_that_was_open()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { ResendWindow = TimeSpan.Zero }, Token);
        using var wire = Wire.OverSockets(emulator);
        await wire.PostAsync(Wire.Body());
        emulator.Faults.Next(Fault.Refuse());
        emulator.Faults.Next(Fault.Close().BeforeReading());

        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));
        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));

        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal((3, 2), (emulator.RequestCount, emulator.Inbox.Messages.Count));
    }

    [Fact]
    public async Task A_condition_and_chance_choose_by_request_also_what_comes_before_it()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        using var wire = Wire.OverSockets(emulator);
        emulator.Faults.When(call => call.PhoneNumber == "5550199", Fault.Reset().BeforeReading());

        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body(phoneNumber: "5550199")));
        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);

        emulator.Faults.Randomly(1, 1, Fault.Refuse());
        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body(phoneNumber: "5550101")));
        Assert.Single(emulator.Inbox.Messages);
    }

    [Fact]
    public async Task Always_refuses_every_connection_until_it_is_cleared()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        using var wire = Wire.OverSockets(emulator);
        emulator.Faults.Always(Fault.Refuse());

        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));
        await Assert.ThrowsAsync<HttpRequestException>(() => wire.PostAsync(Wire.Body()));
        emulator.Faults.Clear();

        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(1, emulator.RequestCount);
    }

    private static async Task<Socket> ConnectAsync(GenAuthEmulator emulator)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(emulator.AppHost.Host, emulator.AppHost.Port, Token);
        return socket;
    }

    private static async Task<Ending> EndingOfAsync(Socket socket, GenAuthEmulator emulator)
    {
        string body = Wire.Body();
        string request = $"POST {Wire.Path} HTTP/1.1\r\nHost: localhost\r\nx-genauth-app-id: {emulator.AppId}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(request), Token);
            Assert.Equal(0, await socket.ReceiveAsync(new byte[1], Token));
            return Ending.Closed;
        }
        catch (SocketException exception)
        {
            Assert.Equal(SocketError.ConnectionReset, exception.SocketErrorCode);
            return Ending.Reset;
        }
    }

    private static async Task<int> StatusAsync(GenAuthEmulator emulator)
    {
        using var wire = Wire.OverSockets(emulator);
        return (await wire.PostAsync(Wire.Body())).StatusCode;
    }
}
