namespace GenAuth.Sdk.Tests.Sms;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("18800008888", null, "18800008888")]
    [InlineData("8618800008888", null, "8618800008888")]
    [InlineData("0188 0000 8888", null, "018800008888")]
    [InlineData("(0)188 0000 8888", null, "018800008888")]
    [InlineData("0", null, "0")]
    [InlineData("+86 188 0000 8888", "+86", "18800008888")]
    [InlineData("+8618800008888", "+86", "18800008888")]
    [InlineData("0086 188-0000-8888", "+86", "18800008888")]
    [InlineData("0 0 86 188 0000 8888", "+86", "18800008888")]
    [InlineData("(00)86 188 0000 8888", "+86", "18800008888")]
    [InlineData("(+86) 188.0000.8888", "+86", "18800008888")]
    [InlineData("\u202a+86\u00a0188\u20110000\u20128888\u202c", "+86", "18800008888")]
    [InlineData("\ufeff+86\u00ad188\u20130000\u20148888\u200e", "+86", "18800008888")]
    [InlineData("+86\u2212188\u22120000\u22128888", "+86", "18800008888")]
    [InlineData("＋８６　１８８－００００－８８８８", "+86", "18800008888")]
    [InlineData("+86（188）0000．8888／", "+86", "18800008888")]
    [InlineData("٠٠٨٦ ١٨٨٠٠٠٠٨٨٨٨", "+86", "18800008888")]
    [InlineData("+८६ १८८००००८८८८", "+86", "18800008888")]
    [InlineData("+1 (555) 010-0123", "+1", "5550100123")]
    [InlineData("+7 800 555 01 00", "+7", "8005550100")]
    [InlineData("+1876 555 0100", "+1", "8765550100")]
    [InlineData("+353 1 555 0100", "+353", "15550100")]
    [InlineData("+39 06 555 0100", "+39", "065550100")]
    [InlineData("+44 (0)7700 900123", "+44", "7700900123")]
    [InlineData("+44 (0) 7700 900123", "+44", "7700900123")]
    [InlineData("+44(0)7700900123", "+44", "7700900123")]
    [InlineData("0044-( 0 )-7700 900123", "+44", "7700900123")]
    [InlineData("+44（０）7700 900123", "+44", "7700900123")]
    [InlineData("(+44) (0)7700 900123", "+44", "7700900123")]
    [InlineData("+44 0 7700 900123", "+44", "07700900123")]
    [InlineData("+44 (07700) 900123", "+44", "07700900123")]
    [InlineData("+44 7(0)7 900123", "+44", "707900123")]
    [InlineData("+39 (0)(0)6", "+39", "06")]
    [InlineData("+999 1", "+999", "1")]
    [InlineData("123456789012345", null, "123456789012345")]
    [InlineData("+86 1234567890123", "+86", "1234567890123")]
    public void What_people_type_is_read(string text, string? countryCode, string nationalNumber)
    {
        Assert.True(PhoneNumber.TryParse(text, null, out PhoneNumber number));
        Assert.Equal((countryCode, nationalNumber), (number.CountryCode, number.NationalNumber));
        Assert.Equal(number, PhoneNumber.Parse(text, null));
    }

    [Fact]
    public void Digits_outside_the_basic_plane_are_read()
    {
        Assert.Equal("0123456789", PhoneNumber.Parse("𝟎𝟏𝟐𝟑𝟜𝟝𝟨𝟩𝟴𝟿", null).NationalNumber);
        Assert.Equal(("+44", "7700"), (PhoneNumber.Parse("+𝟒𝟒 (𝟎) 𝟕𝟕𝟎𝟎", null).CountryCode, PhoneNumber.Parse("+𝟒𝟒 (𝟎) 𝟕𝟕𝟎𝟎", null).NationalNumber));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" -.()/ ")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("+86")]
    [InlineData("0086")]
    [InlineData("+44 (0)")]
    [InlineData("+2")]
    [InlineData("+35 1")]
    [InlineData("+0")]
    [InlineData("+086 188 0000 8888")]
    [InlineData("000 86 188 0000 8888")]
    [InlineData("+00 86 188 0000 8888")]
    [InlineData("+86 00 188 0000 8888")]
    [InlineData("+44 (0)00 7700")]
    [InlineData("++86 188 0000 8888")]
    [InlineData("+86 +188 0000 8888")]
    [InlineData("188+")]
    [InlineData("00+86 188 0000 8888")]
    [InlineData("+＋86 188 0000 8888")]
    [InlineData("188 0000 8888 ext 5")]
    [InlineData("l88 0000 8888")]
    [InlineData("user@example.com")]
    [InlineData("tel:+8618800008888")]
    [InlineData("188\t0000")]
    [InlineData("188\n")]
    [InlineData("188\u2028")]
    [InlineData("188\u00000000")]
    [InlineData("188²")]
    [InlineData("1①")]
    [InlineData("一八八")]
    [InlineData("188,0000")]
    [InlineData("188*")]
    [InlineData("188#")]
    [InlineData("[188]")]
    [InlineData("188~0000")]
    [InlineData("188\ud835")]
    [InlineData("\udfce188")]
    [InlineData("1234567890123456")]
    [InlineData("+86 12345678901234")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, null, out PhoneNumber number));
        Assert.Equal(default, number);
        Assert.DoesNotContain(Assert.Throws<FormatException>(() => PhoneNumber.Parse(text, null)).Message, char.IsDigit);
    }

    [Fact]
    public void A_number_has_at_most_64_characters()
    {
        Assert.True(PhoneNumber.TryParse("1" + new string(' ', 63), null, out _));
        Assert.False(PhoneNumber.TryParse("1" + new string(' ', 64), null, out _));
        Assert.False(PhoneNumber.TryParse(new string('5', 10_000), null, out _));
    }

    [Theory]
    [InlineData("188 0000 8888", "+86", "+86", "18800008888")]
    [InlineData("188 0000 8888", "0086", "+86", "18800008888")]
    [InlineData("8618800008888", "86", "+86", "8618800008888")]
    [InlineData("+1 555 0100", "+86", "+1", "5550100")]
    [InlineData("188 0000 8888", "", null, "18800008888")]
    public void The_default_country_code_holds_unless_the_text_has_its_own(string text, string defaultCountryCode, string? countryCode, string nationalNumber)
    {
        PhoneNumber number = PhoneNumber.Parse(text, defaultCountryCode);

        Assert.Equal((countryCode, nationalNumber), (number.CountryCode, number.NationalNumber));
    }

    [Fact]
    public void The_default_country_code_counts_towards_the_digits()
    {
        Assert.True(PhoneNumber.TryParse("1234567890123", "+86", out _));
        Assert.False(PhoneNumber.TryParse("12345678901234", "+86", out _));
    }

    [Theory]
    [InlineData("CN")]
    [InlineData("+1876")]
    [InlineData("+")]
    [InlineData("+86 ")]
    [InlineData("+８６")]
    public void A_default_country_code_that_is_none_is_refused_whatever_the_text(string defaultCountryCode)
    {
        Assert.Equal("defaultCountryCode", Assert.Throws<ArgumentException>(() => PhoneNumber.TryParse("+1 555 0100", defaultCountryCode, out _)).ParamName);
        Assert.Equal("defaultCountryCode", Assert.Throws<ArgumentException>(() => PhoneNumber.Parse("no number", defaultCountryCode)).ParamName);
    }

    [Fact]
    public void It_prints_nothing_but_its_country_code()
    {
        Assert.Equal("+86***", PhoneNumber.Parse("188 0000 8888", "+86").ToString());
        Assert.Equal("***", PhoneNumber.Parse("188 0000 8888", null).ToString());
        Assert.Equal("***", $"{default(PhoneNumber)}");
    }

    [Fact]
    public void Numbers_are_equal_by_country_code_and_number()
    {
        Assert.Equal(PhoneNumber.Parse("18800008888", "86"), PhoneNumber.Parse("+86 188 0000 8888", null));
        Assert.NotEqual(PhoneNumber.Parse("5550100", "+1"), PhoneNumber.Parse("5550100", null));
        Assert.NotEqual(PhoneNumber.Parse("5550100", "+1"), PhoneNumber.Parse("5550101", "+1"));
        Assert.Equal((null, ""), (default(PhoneNumber).CountryCode, default(PhoneNumber).NationalNumber));
    }

    [Fact]
    public void A_number_with_nothing_to_change_is_the_same_string()
    {
        string text = new('5', 7);

        Assert.Same(text, PhoneNumber.Parse(text, "+86").NationalNumber);
    }
}
