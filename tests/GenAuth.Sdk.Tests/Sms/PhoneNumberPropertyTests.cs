using CsCheck;

namespace GenAuth.Sdk.Tests.Sms;

public class PhoneNumberPropertyTests
{
    private static readonly Gen<char> Digit = Gen.Char['0', '9'];
    private static readonly Gen<string> Country = Gen.OneOf("+86", "+1", "+44", "+353", "+7");

    private static readonly Gen<string> Separator = Gen.OneOf(" ", "-", ".", "/", "\u2011", "\u2212", "\u200e", "　");

    // Mostly what a number is made of, and now and then anything.
    private static readonly Gen<string> Text = Gen.Select(
        Gen.OneOf("", "", "+", "＋", "00", "0", "(+", "+44 (0)", "0039(0)"),
        Gen.Frequency(
            (20, Digit.Select(digit => digit.ToString())),
            (4, Gen.OneOf(" ", "-", "(", ")", "(0)", "０", "٣", "𝟗", "\u200f")),
            (1, Gen.Char.Select(any => any.ToString()))).List[0, 18],
        (start, rest) => start + string.Concat(rest));

    [Fact]
    public void Reading_the_result_again_gives_the_same() => Gen.Select(Text, Country.Null()).Sample((text, defaultCode) =>
        !PhoneNumber.TryParse(text, defaultCode, out PhoneNumber number) || PhoneNumber.Parse(number.NationalNumber, number.CountryCode) == number);

    [Fact]
    public void What_is_accepted_is_one_to_fifteen_ASCII_digits() => Gen.Select(Text, Country.Null()).Sample((text, defaultCode) =>
        !PhoneNumber.TryParse(text, defaultCode, out PhoneNumber number)
        || (number.NationalNumber.Length > 0
            && number.NationalNumber.All(char.IsAsciiDigit)
            && number.NationalNumber.Length + (number.CountryCode?.Length ?? 1) - 1 <= 15));

    [Fact]
    public void Separators_between_the_digits_change_nothing() => Gen.Select(Digit.Array[5, 9], Separator.Array[5, 9]).Sample((digits, separators) =>
    {
        string number = "1" + new string(digits);
        string typed = "+86" + string.Concat(number.Zip([.. separators, "", "", "", "", "", ""], (digit, separator) => separator + digit));
        return PhoneNumber.Parse(typed, null) == PhoneNumber.Parse(number, "+86");
    });

    [Fact]
    public void No_exception_has_a_digit_of_the_number() => Text.Sample(text =>
    {
        try
        {
            PhoneNumber.Parse(text, null);
            return true;
        }
        catch (FormatException exception)
        {
            return !exception.Message.Any(char.IsDigit);
        }
    });
}
