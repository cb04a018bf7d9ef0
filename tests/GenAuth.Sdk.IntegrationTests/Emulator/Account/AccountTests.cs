namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

/// <summary>What the operations that change a user have in common.</summary>
public abstract class AccountTests : WireTests
{
    private protected const string OtherPhone = "5550101";

    private protected AccountTests(bool sockets)
        : base(sockets)
    {
    }

    /// <summary>Adds a user with an email address, and returns an access token.</summary>
    private protected string AddUser(string phoneNumber = Wire.Phone) => Emulator.CreateAccessToken(Emulator.Users.Add(phoneNumber, email: "ada@example.com"));

    private protected Task<WireAnswer> PostAsync(string operation, string body, string? accessToken = null, string? appId = null) =>
        Wire.SendAsync(
            HttpMethod.Post,
            "/api/v3/" + operation,
            body,
            [("x-genauth-app-id", appId ?? Emulator.AppId), .. accessToken is null ? [] : ((string, string)[])[("authorization", accessToken)]]);

    private protected Task<WireAnswer> BindAsync(string accessToken, string code, string phoneNumber = OtherPhone) =>
        PostAsync("bind-phone", $$"""{"phoneNumber":"{{phoneNumber}}","passCode":"{{code}}"}""", accessToken);

    private protected Task<WireAnswer> UnbindAsync(string accessToken, string code) => PostAsync("unbind-phone", $$"""{"passCode":"{{code}}"}""", accessToken);

    private protected Task<WireAnswer> VerifyUpdateAsync(string accessToken, string code, string more = "", string phoneNumber = OtherPhone) =>
        PostAsync(
            "verify-update-phone-request",
            $$$"""{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"{{{phoneNumber}}}","newPhonePassCode":"{{{code}}}"{{{more}}}}}""",
            accessToken);

    private protected Task<WireAnswer> UpdateAsync(string accessToken, string token) => PostAsync("update-phone", $$"""{"updatePhoneToken":"{{token}}"}""", accessToken);

    private protected async Task<string> BeginUpdateAsync(string accessToken) =>
        (await VerifyUpdateAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone))).GetData("updatePhoneToken")!;

    private protected Task<WireAnswer> VerifyResetAsync(string code, string phoneNumber = Wire.Phone) =>
        PostAsync(
            "verify-reset-password-request",
            $$$"""{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"{{{phoneNumber}}}","passCode":"{{{code}}}"}}""");

    private protected async Task<string> BeginResetAsync() => (await VerifyResetAsync(await SendCodeAsync("CHANNEL_RESET_PASSWORD"))).GetData("passwordResetToken")!;

    private protected Task<WireAnswer> ResetAsync(string token, string password, string? appId = null) =>
        PostAsync("reset-password", $$"""{"passwordResetToken":"{{token}}","password":"{{password}}"}""", appId: appId);

    private protected Task<WireAnswer> SendEnrollAsync(string accessToken, string phoneNumber = Wire.Phone) =>
        PostAsync("send-enroll-factor-request", $$$"""{"factorType":"SMS","profile":{"phoneNumber":"{{{phoneNumber}}}"}}""", accessToken);

    private protected Task<WireAnswer> EnrollAsync(string accessToken, string token, string code) =>
        PostAsync("enroll-factor", $$$"""{"factorType":"SMS","enrollmentToken":"{{{token}}}","enrollmentData":{"passCode":"{{{code}}}"}}""", accessToken);

    private protected Task<WireAnswer> VerifyDeleteAsync(string accessToken, string code, string phoneNumber = Wire.Phone) =>
        PostAsync(
            "verify-delete-account-request",
            $$$"""{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"{{{phoneNumber}}}","passCode":"{{{code}}}"}}""",
            accessToken);

    private protected Task<WireAnswer> DeleteAsync(string accessToken, string token) =>
        PostAsync("delete-account", $$"""{"deleteAccountToken":"{{token}}"}""", accessToken);

    private protected static void AssertRefused(WireAnswer answer, int? apiCode)
    {
        Assert.Equal((499, apiCode), (answer.StatusCode, answer.ApiCode));
        Assert.NotEqual("The request failed.", answer.Message);
    }
}
