using GenAuth.Sdk.Internal.Validation;

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

    public static TheoryData<string?> Impossible =>
        [(string?)null, "", "  ", "CHANNEL\n", "CHANNEL LOGIN", "CHANNEL-LOGIN", "_CHANNEL", "1CHANNEL", "18800008888", "+15550100", "user@example.com", "CHANNEL_ÄNDERN", "ＣＨＡＮＮＥＬ", "CHANNEL_\ud800"];

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
        Assert.NotEqual(SmsChannel.Login, new SmsChannel("CHANNEL_LOGIN".ToLowerInvariant()));
        Assert.NotEqual(SmsChannel.Login, default);
    }

    [Fact]
    public void The_default_channel_is_empty()
    {
        Assert.Equal(string.Empty, default(SmsChannel).Value);
        Assert.Equal(string.Empty, default(SmsChannel).ToString());
    }

    [Fact]
    public void The_default_channel_has_a_hash_code() => Assert.Equal(default(SmsChannel).GetHashCode(), default(SmsChannel).GetHashCode());

    [Theory]
    [InlineData("X")]
    [InlineData("channel_login")]
    [InlineData("CHANNEL_OF_2030")]
    public void Text_of_letters_digits_and_underscores_names_a_channel(string value)
    {
        SmsChannel converted = value;

        Assert.Equal(value, new SmsChannel(value).Value);
        Assert.Equal(value, converted.Value);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void The_constructor_refuses_what_cannot_be_a_channel_without_repeating_it(string? value)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new SmsChannel(value!));

        Assert.Equal("value", exception.ParamName);
        if (value is { Length: > 1 })
            Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void The_conversion_makes_an_unset_channel_of_what_cannot_be_one(string? value)
    {
        SmsChannel channel = value!;

        Assert.Equal(default, channel);
    }

    [Fact]
    public void A_channel_has_at_most_64_characters()
    {
        Assert.Equal(64, new SmsChannel(new string('C', 64)).Value.Length);
        Assert.Throws<ArgumentException>(() => new SmsChannel(new string('C', 65)));
    }

    [Fact]
    public void Every_declared_channel_is_documented() => Assert.Equal(
        typeof(SmsChannel).GetProperties()
                .Where(property => property.PropertyType == typeof(SmsChannel))
                .Select(property => property.GetValue(null)!.ToString())
                .OrderBy(name => name, StringComparer.Ordinal),
        ChannelName.All.OrderBy(name => name, StringComparer.Ordinal));
}
