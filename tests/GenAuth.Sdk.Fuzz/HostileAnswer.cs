using System.Net;

namespace GenAuth.Sdk.Fuzz;

/// <summary>
/// The property under fuzz: whatever bytes come back, every operation ends with an answer or with <see cref="GenAuthResponseException"/>,
/// and only a body that says 200 is a success.
/// </summary>
internal static class HostileAnswer
{
    private static readonly HttpStatusCode[] Statuses =
    [
        HttpStatusCode.OK,
        HttpStatusCode.Created,
        HttpStatusCode.BadRequest,
        HttpStatusCode.ProxyAuthenticationRequired,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
    ];

    private static readonly AnsweringHandler Handler = new();

    private static readonly AuthenticationClient Client = new(
        new HttpClient(Handler),
        new GenAuthClientOptions { AppId = "fuzz", AppHost = new Uri("https://genauth.invalid"), Retry = new GenAuthRetryOptions { MaxRetries = 0 } });

    private static readonly Func<Task<GenAuthResponse>>[] Operations =
    [
        async () => await Client.SendSmsAsync(SmsChannel.Login, "5550100"),
        async () => await Client.PreCheckCodeAsync(SmsChannel.Login, "5550100", "123456"),
        async () => await Client.SignInByPhonePassCodeAsync("5550100", "123456"),
        async () => await Client.SignUpByPhonePassCodeAsync("5550100", "123456"),
        () => Client.BindPhoneAsync("token", "5550100", "123456"),
        () => Client.UnbindPhoneAsync("token", "123456"),
        async () => await Client.VerifyUpdatePhoneRequestAsync("token", new("5550100", "123456")),
        () => Client.UpdatePhoneAsync("token", "t0ken"),
        async () => await Client.VerifyResetPasswordRequestAsync("5550100", "123456"),
        () => Client.ResetPasswordAsync("t0ken", "password"),
        async () => await Client.SendEnrollFactorRequestAsync("token", "5550100"),
        () => Client.EnrollFactorAsync("token", "t0ken", "123456"),
        async () => await Client.VerifyDeleteAccountRequestAsync("token", "5550100", "123456"),
        () => Client.DeleteAccountAsync("token", "t0ken"),
    ];

    /// <summary>Answers an operation with <paramref name="input"/>: the first byte chooses the operation and the HTTP status, the rest is the body.</summary>
    public static void Check(byte[] input)
    {
        int choice = input.Length == 0 ? 0 : input[0];
        Handler.Status = Statuses[choice % Statuses.Length];
        Handler.Body = input.Length == 0 ? [] : input[1..];

        try
        {
            GenAuthResponse response = Operations[choice / Statuses.Length % Operations.Length]().GetAwaiter().GetResult();

            if (response.IsSuccess && Handler.Body.AsSpan().IndexOf((byte)'2') < 0)
                throw new InvalidOperationException("A success that no body stated.");
            if (response.RequestId is { Length: 0 or > 128 })
                throw new InvalidOperationException("A request id of unreasonable length.");
        }
        catch (GenAuthResponseException exception)
        {
            if (exception.Body.Length > 1024)
                throw new InvalidOperationException("More of the body was kept than documented.");
        }
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; }

        public byte[] Body { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(Body) });
    }
}
