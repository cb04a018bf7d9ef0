using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk.Tests.Json;

public class WholeNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.00", 0)]
    [InlineData("0e5", 0)]
    [InlineData("7", 7)]
    [InlineData("+7", 7)]
    [InlineData("-7", -7)]
    [InlineData("1900", 1900)]
    [InlineData("0190", 190)]
    [InlineData("190.0", 190)]
    [InlineData("1.9e2", 190)]
    [InlineData("1.90E+2", 190)]
    [InlineData("1900e-1", 190)]
    [InlineData("-1.9e2", -190)]
    [InlineData("2000000000", 2000000000)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("0.0000000001e10", 1)]
    [InlineData("10000000000e-10", 1)]
    public void Reads_any_spelling(string text, int number) => Assert.Equal(number, WholeNumber.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("--1")]
    [InlineData("x")]
    [InlineData("/")]
    [InlineData(":")]
    [InlineData(".5")]
    [InlineData("e2")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1x")]
    [InlineData("1x2")]
    [InlineData("1.2.0")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.0")]
    [InlineData("1e1e1")]
    [InlineData("1e2147483648")]
    public void Takes_no_other_text_for_a_number(string text) => Assert.Null(WholeNumber.Parse(text));

    [Theory]
    [InlineData("0.5")]
    [InlineData("1.05")]
    [InlineData("1e-1")]
    [InlineData("10.5e0")]
    [InlineData("19e-2147483648")]
    public void Takes_no_fraction_for_a_whole_number(string text) => Assert.Null(WholeNumber.Parse(text));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("9999999999")]
    [InlineData("-9999999999")]
    [InlineData("10000000000")]
    [InlineData("1e10")]
    [InlineData("1e2147483647")]
    [InlineData("99999999999999999999")]
    public void Takes_no_number_that_does_not_fit(string text) => Assert.Null(WholeNumber.Parse(text));
}
