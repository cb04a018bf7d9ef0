using System.ComponentModel;

using Microsoft.Extensions.Configuration;

namespace GenAuth.Sdk.Tests.Sms;

public class SmsChannelConfigurationTests
{
    private static readonly TypeConverter Converter = TypeDescriptor.GetConverter(typeof(SmsChannel));

    [Theory]
    [InlineData("CHANNEL_LOGIN")]
    [InlineData("CHANNEL_OF_TOMORROW")]
    public void A_channel_is_bound_from_configuration(string value)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Channel"] = value }).Build();

        Assert.Equal(new SmsChannel(value), configuration.Get<Setting>()!.Channel);
    }

    [Fact]
    public void An_unbound_channel_stays_unset()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Other"] = "x" }).Build();

        Assert.Equal(default, configuration.Get<Setting>()!.Channel);
    }

    [Theory]
    [InlineData("CHANNEL_LOGIN")]
    [InlineData("")]
    public void The_type_converter_goes_both_ways(string value) =>
        Assert.Equal(value, Converter.ConvertToInvariantString(Converter.ConvertFromInvariantString(value)!));

    [Fact]
    public void Other_text_is_refused_without_repeating_it() =>
        Assert.DoesNotContain("8888", Assert.Throws<FormatException>(() => Converter.ConvertFromInvariantString("18800008888")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Other_types_are_not_converted()
    {
        Assert.False(Converter.CanConvertFrom(typeof(int)));
        Assert.Throws<NotSupportedException>(() => Converter.ConvertFrom(5));
        Assert.Throws<NotSupportedException>(() => Converter.ConvertTo(SmsChannel.Login, typeof(int)));
    }

    private sealed class Setting
    {
        public SmsChannel Channel { get; set; }

        public string? Other { get; set; }
    }
}
