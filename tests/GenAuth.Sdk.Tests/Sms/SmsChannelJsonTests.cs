using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GenAuth.Sdk.Tests.Sms;

/// <summary>A channel in the JSON of an application, through a source-generated context of its own.</summary>
public partial class SmsChannelJsonTests
{
    [Fact]
    public void A_channel_is_its_wire_value()
    {
        AssertRoundTrip("\"CHANNEL_LOGIN\"", SmsChannel.Login, ApplicationContext.Default.SmsChannel);
        AssertRoundTrip("\"CHANNEL_OF_TOMORROW\"", new SmsChannel("CHANNEL_OF_TOMORROW"), ApplicationContext.Default.SmsChannel);
    }

    [Fact]
    public void An_unset_channel_is_null()
    {
        AssertRoundTrip("null", default, ApplicationContext.Default.SmsChannel);
        AssertRoundTrip("""{"Channel":null,"Fallback":null}""", new Setting(default, null), ApplicationContext.Default.Setting);
        AssertRoundTrip(
            """{"Channel":"CHANNEL_LOGIN","Fallback":"CHANNEL_REGISTER"}""",
            new Setting(SmsChannel.Login, SmsChannel.Register),
            ApplicationContext.Default.Setting);
    }

    [Fact]
    public void A_channel_is_a_dictionary_key() => AssertRoundTrip(
        """{"CHANNEL_LOGIN":1,"CHANNEL_OF_TOMORROW":2}""",
        new Dictionary<SmsChannel, int> { [SmsChannel.Login] = 1, ["CHANNEL_OF_TOMORROW"] = 2 },
        ApplicationContext.Default.DictionarySmsChannelInt32);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"18800008888\"")]
    [InlineData("\"CHANNEL LOGIN\"")]
    [InlineData("18800008888")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Other_values_are_refused_without_repeating_them(string json)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ApplicationContext.Default.SmsChannel));

        Assert.DoesNotContain("8888", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"18800008888":1}""")]
    [InlineData("""{"":1}""")]
    public void Other_keys_are_refused_without_repeating_them(string json)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ApplicationContext.Default.DictionarySmsChannelInt32));

        Assert.DoesNotContain("8888", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unset_channel_cannot_be_a_key() =>
        Assert.Throws<JsonException>(
            () => JsonSerializer.Serialize(new Dictionary<SmsChannel, int> { [default] = 1 }, ApplicationContext.Default.DictionarySmsChannelInt32));

    private static void AssertRoundTrip<T>(string json, T value, JsonTypeInfo<T> type)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, type));
        Assert.Equal(value, JsonSerializer.Deserialize(json, type));
    }

    internal sealed record Setting(SmsChannel Channel, SmsChannel? Fallback);

    [JsonSerializable(typeof(Dictionary<SmsChannel, int>))]
    [JsonSerializable(typeof(Setting))]
    internal sealed partial class ApplicationContext : JsonSerializerContext;
}
