using System.Globalization;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client.Login;

/// <summary>Many users at once over one client.</summary>
public class ParallelUsersTests
{
    private const int Users = 300;

    [Fact]
    public async Task Of_300_users_who_change_their_phones_at_once_none_acts_for_another()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) });
        AuthenticationClient client =
            genAuth.CreateClient(options => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)));

        await Task.WhenAll(Enumerable.Range(0, Users).Select(async user =>
        {
            string accessToken = genAuth.CreateAccessToken(genAuth.Users.Add(Number(user), email: $"{user}@example.com"));
            (await client.UnbindPhoneAsync(accessToken, await SendAsync(SmsChannel.UnbindPhone, Number(user), accessToken))).EnsureSuccess();
            (await client.BindPhoneAsync(accessToken, Number(Users + user), await SendAsync(SmsChannel.BindPhone, Number(Users + user), accessToken))).EnsureSuccess();
        }));

        Assert.Equal(Users, genAuth.Users.All.Count);
        Assert.All(Enumerable.Range(0, Users), user => Assert.Equal($"{user}@example.com", genAuth.Users.Find(Number(Users + user))?.Email));
        Assert.All(genAuth.Inbox.Messages.GroupBy(message => message.AccessToken), messages => Assert.Equal(2, messages.Count()));

        async Task<string> SendAsync(SmsChannel channel, string number, string accessToken)
        {
            (await client.SendSmsAsync(channel, number, requestOptions: new GenAuthRequestOptions { AccessToken = accessToken })).EnsureSuccess();
            return genAuth.Inbox.Messages.Last(message => message.PhoneNumber == number).Code;
        }
    }

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"5550{index:000}");
}
