namespace GenAuth.Sdk.Tests.Sms;

public class SmsChannelTests
{
    public static TheoryData<SmsChannel, string> Known => new()
    {
        { SmsChannel.Login, "CHANNEL_LOGIN" },
        { SmsChannel.Register, "CHANNEL_REGISTER" },
        { SmsChannel.ResetPassword, "CHANNEL_RESET_PASSWORD" },
        { SmsChannel.BindPhone, "CHANNEL_BIND_PHONE" },
        { SmsChannel.UnbindPhone, "CHANNEL_UNBIND_PHONE" },
        { SmsChannel.BindMfa, "CHANNEL_BIND_MFA" },
        { SmsChannel.VerifyMfa, "CHANNEL_VERIFY_MFA" },
        { SmsChannel.UnbindMfa, "CHANNEL_UNBIND_MFA" },
        { SmsChannel.CompletePhone, "CHANNEL_COMPLETE_PHONE" },
        { SmsChannel.IdentityVerification, "CHANNEL_IDENTITY_VERIFICATION" },
        { SmsChannel.DeleteAccount, "CHANNEL_DELETE_ACCOUNT" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_channels_have_the_documented_wire_value(SmsChannel channel, string wireValue)
    {
        Assert.Equal(wireValue, channel.Value);
        Assert.Equal(wireValue, channel.ToString());
        Assert.Equal(wireValue, channel);
    }

    [Fact]
    public void Channels_compare_by_value_and_case()
    {
        SmsChannel login = "CHANNEL_LOGIN";

        Assert.True(login == SmsChannel.Login);
        Assert.False(login != SmsChannel.Login);
        Assert.True(login.Equals((object)SmsChannel.Login));
        Assert.False(login.Equals("CHANNEL_LOGIN" as object));
        Assert.Equal(login.GetHashCode(), SmsChannel.Login.GetHashCode());
        Assert.NotEqual(SmsChannel.Login, new SmsChannel("channel_login"));
        Assert.NotEqual(SmsChannel.Login, default);
    }

    [Fact]
    public void The_default_channel_is_empty_and_hashes()
    {
        Assert.Equal(string.Empty, default(SmsChannel).Value);
        Assert.Equal(string.Empty, default(SmsChannel).ToString());
        Assert.Equal(default(SmsChannel).GetHashCode(), default(SmsChannel).GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("CHANNEL\n")]
    public void A_channel_without_usable_text_is_refused(string? value) =>
        Assert.Equal("value", Assert.ThrowsAny<ArgumentException>(() => new SmsChannel(value!)).ParamName);

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udc00')]
    public void Half_a_surrogate_pair_is_refused(char half) =>
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => new SmsChannel("CHANNEL_" + half)).ParamName);
}
