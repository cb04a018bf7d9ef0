namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

public abstract class DeletionTests : AccountTests
{
    private protected DeletionTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_deleted_account_is_gone()
    {
        string accessToken = AddUser();

        string token = await BeginDeleteAsync(accessToken);
        Assert.Single(Emulator.Users.All);
        WireAnswer deleted = await DeleteAsync(accessToken, token);

        Assert.Equal((200, """{"success":true}"""), (deleted.StatusCode, deleted.Data));
        Assert.Empty(Emulator.Users.All);
        AssertRefused(await Wire.SignInAsync(await SendCodeAsync()), 2004);
    }

    [Fact]
    public async Task Tokens_of_a_deleted_account_are_good_for_nothing()
    {
        string accessToken = AddUser();
        string token = await BeginDeleteAsync(accessToken);
        Assert.Equal(200, (await DeleteAsync(accessToken, token)).StatusCode);

        WireAnswer again = await DeleteAsync(accessToken, token);

        Assert.Equal((401, 2020), (again.StatusCode, again.ApiCode));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await Wire.GetUserInfoAsync(accessToken)).HttpStatus);
    }

    [Fact]
    public async Task The_number_is_free_again()
    {
        string accessToken = AddUser();
        await DeleteAsync(accessToken, await BeginDeleteAsync(accessToken));

        Assert.Equal(200, (await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"))).StatusCode);
    }

    [Fact]
    public async Task A_code_that_went_to_another_number_proves_nothing()
    {
        string accessToken = AddUser();

        AssertRefused(await VerifyDeleteAsync(accessToken, await SendCodeAsync("CHANNEL_DELETE_ACCOUNT", OtherPhone), OtherPhone), 2001);
    }

    [Theory]
    [InlineData("verify-delete-account-request", """{"verifyMethod":"PASSWORD"}""")]
    [InlineData("verify-delete-account-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phone":"5550100","passCode":"1"}}""")]
    [InlineData("delete-account", "{}")]
    public async Task What_lacks_a_member_is_malformed(string operation, string body) => Assert.Equal(400, (await PostAsync(operation, body, AddUser())).StatusCode);

    private async Task<string> BeginDeleteAsync(string accessToken) =>
        (await VerifyDeleteAsync(accessToken, await SendCodeAsync("CHANNEL_DELETE_ACCOUNT"))).GetData("deleteAccountToken")!;

    public sealed class OverSockets() : DeletionTests(sockets: true);

    public sealed class InMemory() : DeletionTests(sockets: false);
}
