using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What has to be there before an operation can succeed: users, codes, tokens.</summary>
internal sealed record Preparation(GenAuthEmulator GenAuth, AuthenticationClient Client, string Number)
{
    /// <summary>A client that repeats at once, and waits as long as a busy machine needs.</summary>
    public static AuthenticationClient CreateClient(GenAuthEmulator genAuth) => genAuth.CreateClient(options =>
    {
        options.AttemptTimeout = TimeSpan.FromMinutes(2);
        options.TotalTimeout = TimeSpan.FromMinutes(4);
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
    });

    /// <summary>A second number, which belongs to this one alone.</summary>
    public string OtherNumber => "555" + Number;

    public async Task<string> SendCodeAsync(SmsChannel channel, string? number = null)
    {
        (await Client.SendSmsAsync(channel, number ?? Number, "+86")).EnsureSuccess();
        return (await GenAuth.Inbox.WaitForAsync(number ?? Number)).Code;
    }

    /// <summary>Adds a user who has another way to sign in, and returns an access token.</summary>
    public string AddUser(string? number = null) => GenAuth.CreateAccessToken(GenAuth.Users.Add(number ?? Number, email: $"{Number}@example.com"));

    /// <summary>Adds a user without a phone number, and returns an access token.</summary>
    public async Task<string> AddUserWithoutPhoneAsync()
    {
        string accessToken = AddUser(OtherNumber);
        (await Client.UnbindPhoneAsync(accessToken, await SendCodeAsync(SmsChannel.UnbindPhone, OtherNumber))).EnsureSuccess();
        return accessToken;
    }

    public async Task<string> VerifyUpdatePhoneAsync(string accessToken)
    {
        var newPhone = new PhonePassCode(Number, await SendCodeAsync(SmsChannel.BindPhone));
        return (await Client.VerifyUpdatePhoneRequestAsync(accessToken, newPhone)).EnsureSuccess().Data!.Value;
    }

    public async Task<string> VerifyResetPasswordAsync()
    {
        AddUser();
        return (await Client.VerifyResetPasswordRequestAsync(Number, await SendCodeAsync(SmsChannel.ResetPassword))).EnsureSuccess().Data!.Value;
    }

    public async Task<string> VerifyDeleteAccountAsync(string accessToken) =>
        (await Client.VerifyDeleteAccountRequestAsync(accessToken, Number, await SendCodeAsync(SmsChannel.DeleteAccount))).EnsureSuccess().Data!.Value;

    public async Task<(string Token, string Code)> SendEnrollFactorAsync(string accessToken)
    {
        string token = (await Client.SendEnrollFactorRequestAsync(accessToken, Number)).EnsureSuccess().Data!.Value;
        return (token, (await GenAuth.Inbox.WaitForAsync(Number)).Code);
    }
}
