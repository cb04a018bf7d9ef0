namespace GenAuth.Sdk.Tests.Operations;

/// <summary>An operation that changes a user, and what the contract says of its request and answer.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Path">Its path.</param>
/// <param name="Json">Its body, with <c>$</c> in the place of the secret.</param>
/// <param name="InvokeAsync">Calls it with a user's token, a secret of digits (a code, a token, a password or a number) and options.</param>
internal sealed record OperationCall(
    string Name,
    string Path,
    string Json,
    Func<AuthenticationClient, string, string, GenAuthRequestOptions?, Task<GenAuthResponse>> InvokeAsync)
{
    private const string Number = "5550100";

    /// <summary>Whether a signed-in user asks for it.</summary>
    public bool TakesUser { get; init; } = true;

    /// <summary>The member of the data that a success must have; null where a success needs none.</summary>
    public string? Promise { get; init; }

    /// <summary>An answer that is a success.</summary>
    public string Success =>
        Promise is null ? """{"statusCode":200,"message":"ok"}""" : $$$"""{"statusCode":200,"message":"ok","data":{"{{{Promise}}}":"s3cr3t-t0ken","tokenExpiresIn":300}}""";

    public static OperationCall[] All { get; } =
    [
        new("BindPhone", "/api/v3/bind-phone", """{"phoneNumber":"5550100","passCode":"$","phoneCountryCode":"+1"}""",
            async (client, token, secret, options) => await client.BindPhoneAsync(token, Number, secret, "+1", options)),
        new("UnbindPhone", "/api/v3/unbind-phone", """{"passCode":"$"}""",
            async (client, token, secret, options) => await client.UnbindPhoneAsync(token, secret, options)),
        new("VerifyUpdatePhoneRequest", "/api/v3/verify-update-phone-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550100","newPhonePassCode":"$","newPhoneCountryCode":"+1","oldPhoneNumber":"5550101","oldPhonePassCode":"654321","oldPhoneCountryCode":"+44"}}""",
            async (client, token, secret, options) => await client.VerifyUpdatePhoneRequestAsync(token, new(Number, secret, "+1"), new("5550101", "654321", "+44"), options))
        {
            Promise = "updatePhoneToken",
        },
        new("UpdatePhone", "/api/v3/update-phone", """{"updatePhoneToken":"$"}""",
            async (client, token, secret, options) => await client.UpdatePhoneAsync(token, secret, options)),
        new("VerifyResetPasswordRequest", "/api/v3/verify-reset-password-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"5550100","passCode":"$","phoneCountryCode":"+1"}}""",
            async (client, token, secret, options) => await client.VerifyResetPasswordRequestAsync(Number, secret, "+1", options))
        {
            TakesUser = false,
            Promise = "passwordResetToken",
        },
        new("ResetPassword", "/api/v3/reset-password", """{"passwordResetToken":"t0ken","password":"$"}""",
            async (client, token, secret, options) => await client.ResetPasswordAsync("t0ken", secret, options)) { TakesUser = false },
        new("SendEnrollFactorRequest", "/api/v3/send-enroll-factor-request", """{"factorType":"SMS","profile":{"phoneNumber":"$","phoneCountryCode":"+1"}}""",
            async (client, token, secret, options) => await client.SendEnrollFactorRequestAsync(token, secret, "+1", options)) { Promise = "enrollmentToken" },
        new("EnrollFactor", "/api/v3/enroll-factor", """{"factorType":"SMS","enrollmentToken":"t0ken","enrollmentData":{"passCode":"$"}}""",
            async (client, token, secret, options) => await client.EnrollFactorAsync(token, "t0ken", secret, options)),
        new("VerifyDeleteAccountRequest", "/api/v3/verify-delete-account-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"5550100","passCode":"$","phoneCountryCode":"+1"}}""",
            async (client, token, secret, options) => await client.VerifyDeleteAccountRequestAsync(token, Number, secret, "+1", options))
        {
            Promise = "deleteAccountToken",
        },
        new("DeleteAccount", "/api/v3/delete-account", """{"deleteAccountToken":"$"}""",
            async (client, token, secret, options) => await client.DeleteAccountAsync(token, secret, options)),
    ];

    public static TheoryData<string> Names => [.. All.Select(call => call.Name)];

    public static TheoryData<string> NamesOfUsers => [.. All.Where(call => call.TakesUser).Select(call => call.Name)];

    public static TheoryData<string> NamesWithPromise => [.. All.Where(call => call.Promise is not null).Select(call => call.Name)];

    public static TheoryData<string> NamesWithoutPromise => [.. All.Where(call => call.Promise is null).Select(call => call.Name)];

    public static OperationCall Get(string name) => All.Single(call => call.Name == name);

    public override string ToString() => Name;
}
