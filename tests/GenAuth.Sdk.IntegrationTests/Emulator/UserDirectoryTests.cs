using System.Globalization;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class UserDirectoryTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly GenAuthEmulator _emulator;

    public UserDirectoryTests() => _emulator = new GenAuthEmulator(new() { TimeProvider = _clock });

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public void An_added_user_has_an_id_a_moment_and_what_was_given()
    {
        EmulatedUser user = _emulator.Users.Add("555-0100", "0086", "Ada", "Countess", "ada", "ada@example.com", "https://example.com/ada.png");

        Assert.Matches("^[0-9a-f]{24}$", user.UserId);
        Assert.Equal(("5550100", "+86", _clock.GetUtcNow()), (user.PhoneNumber, user.PhoneCountryCode, user.CreatedAt));
        Assert.Equal(("Ada", "Countess", "ada", "ada@example.com", "https://example.com/ada.png"), (user.Name, user.Nickname, user.Username, user.Email, user.Photo));
        Assert.Equal((0, null), (user.LoginsCount, user.LastLogin));
    }

    [Theory]
    [InlineData("5550100", "+1")]
    [InlineData("+1 555-0100", null)]
    [InlineData("001 (555) 0100", "+86")]
    public void A_number_is_found_in_every_spelling(string phoneNumber, string? phoneCountryCode)
    {
        EmulatedUser user = _emulator.Users.Add("+1 5550100");

        Assert.Equal(user, _emulator.Users.Find(phoneNumber, phoneCountryCode));
    }

    [Fact]
    public void A_number_in_another_country_is_another_number()
    {
        EmulatedUser chinese = _emulator.Users.Add("5550100");
        EmulatedUser american = _emulator.Users.Add("5550100", "+1");

        Assert.NotEqual(chinese.UserId, american.UserId);
        Assert.Equal([chinese, american], _emulator.Users.All);
        Assert.Null(_emulator.Users.Find("5550100", "+44"));
    }

    [Fact]
    public void A_number_belongs_to_one_user()
    {
        _emulator.Users.Add("5550100");

        ArgumentException exception = Assert.Throws<ArgumentException>("phoneNumber", () => _emulator.Users.Add("+86 555 0100"));
        Assert.DoesNotContain("0100", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_number_or_country_code_is_refused_without_repeating_it()
    {
        Assert.DoesNotContain("call-me", Assert.Throws<ArgumentException>("phoneNumber", () => _emulator.Users.Add("call-me")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("phoneNumber", () => _emulator.Users.Find(""));
        Assert.Throws<ArgumentNullException>("phoneNumber", () => _emulator.Users.Find(null!));
        Assert.Throws<ArgumentException>("phoneCountryCode", () => _emulator.Users.Add("5550100", "China"));
    }

    [Fact]
    public void A_user_prints_the_id_alone()
    {
        EmulatedUser user = _emulator.Users.Add("5550100", name: "Ada", email: "ada@example.com");

        Assert.Equal($"EmulatedUser {{ UserId = {user.UserId} }}", user.ToString());
    }

    [Fact]
    public void The_oldest_user_makes_room_for_the_one_beyond_100000()
    {
        for (int i = 0; i <= 100_000; i++)
            _emulator.Users.Add((1_000_000 + i).ToString(CultureInfo.InvariantCulture));

        Assert.Equal(100_000, _emulator.Users.All.Count);
        Assert.Null(_emulator.Users.Find("1000000"));
        Assert.NotNull(_emulator.Users.Find("1100000"));
        Assert.Equal("1000001", _emulator.Users.All[0].PhoneNumber);
    }

    [Fact]
    public async Task Of_many_that_add_one_number_at_once_one_adds_it()
    {
        bool[] added = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Record.Exception(() => _emulator.Users.Add("5550100")) is null)));

        Assert.Single(added, success => success);
        Assert.Single(_emulator.Users.All);
    }
}
