using System.Collections;
using System.Reflection;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

/// <summary>What a first step hands to the second is good once, for five minutes, for whoever asked.</summary>
public abstract class ActionTokenTests : AccountTests
{
    private protected ActionTokenTests(bool sockets)
        : base(sockets)
    {
    }

    public static TheoryData<string> OperationsOfUsers =>
        ["bind-phone", "unbind-phone", "verify-update-phone-request", "update-phone", "send-enroll-factor-request", "enroll-factor", "verify-delete-account-request", "delete-account"];

    [Theory]
    [MemberData(nameof(OperationsOfUsers))]
    public async Task Somebody_who_is_not_signed_in_is_refused_before_the_body_is_judged(string operation)
    {
        foreach (string? accessToken in (string?[])[null, "Bearer stale", "Basic QVBQSUQ6U0VDUkVU"])
        {
            WireAnswer answer = await PostAsync(operation, "{}", accessToken);
            Assert.Equal((401, 2020), (answer.StatusCode, answer.ApiCode));
        }
    }

    [Fact]
    public async Task A_token_is_good_until_just_before_five_minutes_are_over()
    {
        string accessToken = AddUser();
        string token = await BeginUpdateAsync(accessToken);
        Clock.Advance(TimeSpan.FromSeconds(300));
        AssertRefused(await UpdateAsync(accessToken, token), null);

        token = await BeginUpdateAsync(accessToken);
        Clock.Advance(TimeSpan.FromSeconds(300) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await UpdateAsync(accessToken, token)).StatusCode);
    }

    [Fact]
    public async Task A_token_that_another_user_tried_stays_good_for_its_own()
    {
        string accessToken = AddUser();
        string strange = Emulator.CreateAccessToken(Emulator.Users.Add("5550102"));
        string token = await BeginUpdateAsync(accessToken);

        AssertRefused(await UpdateAsync(strange, token), null);
        Assert.Equal(200, (await UpdateAsync(accessToken, token)).StatusCode);
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        AddUser();
        string token = await BeginResetAsync();

        Assert.Equal(200, (await ResetAsync(token, "first")).StatusCode);
        AssertRefused(await ResetAsync(token, "second"), null);
        Assert.True(Emulator.Users.Find(Wire.Phone)!.VerifyPassword("first"));
    }

    [Fact]
    public async Task Of_many_at_once_one_redeems_it()
    {
        AddUser();
        string token = await BeginResetAsync();

        WireAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => ResetAsync(token, "correct horse")));

        Assert.Single(answers, answer => answer.StatusCode == 200);
    }

    [Fact]
    public async Task A_token_of_one_operation_is_none_for_another()
    {
        string accessToken = AddUser();
        string token = await BeginUpdateAsync(accessToken);

        AssertRefused(await DeleteAsync(accessToken, token), null);
        AssertRefused(await ResetAsync(token, "p"), null);
        AssertRefused(await EnrollAsync(accessToken, token, "000000"), null);
        Assert.Single(Emulator.Users.All);
    }

    [Fact]
    public async Task A_token_of_a_user_who_is_gone_is_none()
    {
        string accessToken = AddUser();
        string reset = await BeginResetAsync();
        await DeleteAsync(accessToken, (await VerifyDeleteAsync(accessToken, await SendCodeAsync("CHANNEL_DELETE_ACCOUNT"))).GetData("deleteAccountToken")!);

        AssertRefused(await ResetAsync(reset, "p"), null);
    }

    [Fact]
    public async Task Tokens_that_nobody_redeems_go_when_their_time_is_over()
    {
        string accessToken = AddUser();
        for (int i = 0; i < 50; i++)
            Assert.Equal(200, (await SendEnrollAsync(accessToken, $"55501{i:00}")).StatusCode);
        Assert.Equal(50, CountTokens());

        Clock.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(0, CountTokens());
    }

    private int CountTokens()
    {
        object state = ReadField(Emulator, "_state"), tokens = state.GetType().GetProperty("ActionTokens")!.GetValue(state)!;
        return ((ICollection)ReadField(ReadField(tokens, "_grants"), "_entries")).Count;
    }

    private static object ReadField(object instance, string name) =>
        instance.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(instance)!;

    public sealed class OverSockets() : ActionTokenTests(sockets: true);

    public sealed class InMemory() : ActionTokenTests(sockets: false);
}
