namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>What a test says to its mocking library has no response to look at.</summary>
public class SubstituteTests
{
    // As far as the calls below need NSubstitute, Moq and FakeItEasy.
    private const string Libraries = """
        namespace NSubstitute
        {
            static class Substitutes
            {
                public static T Received<T>(this T substitute, int calls = 1) => substitute;
                public static T DidNotReceive<T>(this T substitute) => substitute;
                public static T ReceivedWithAnyArgs<T>(this T substitute) => substitute;
                public static T DidNotReceiveWithAnyArgs<T>(this T substitute) => substitute;
                public static void When<T>(this T substitute, Action<T> call) { }
                public static string Returns<T>(this Task<T> call, T value) => "";
            }

            class Received { public static void InOrder(Action calls) { } }
        }

        namespace Moq
        {
            class Mock<T>
            {
                public void Verify<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> call) { }
                public Mock<T> Setup<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> call) => this;
            }
        }

        namespace FakeItEasy
        {
            class Call<T> { public Call<T> MustHaveHappened() => this; }
            class A { public static Call<T> CallTo<T>(System.Linq.Expressions.Expression<Func<T>> call) => new(); }
        }
        """;

    [Theory]
    [InlineData("""await client.Received().SendSmsAsync(SmsChannel.Login, "5550100");""")]
    [InlineData("""_ = client.Received(2).SendSmsAsync(SmsChannel.Login, "5550100");""")]
    [InlineData("""client.DidNotReceive().SendSmsAsync(SmsChannel.Login, "5550100").Wait();""")]
    [InlineData("""await client.ReceivedWithAnyArgs().SendSmsAsync(default, default!).ConfigureAwait(false);""")]
    [InlineData("""await client.DidNotReceiveWithAnyArgs().SendSmsAsync(default, default!);""")]
    [InlineData("""Received.InOrder(() => { client.SendSmsAsync(SmsChannel.Login, "5550100"); });""")]
    [InlineData("""client.When(c => { c.SendSmsAsync(SmsChannel.Login, "5550100"); });""")]
    [InlineData("""client.SendSmsAsync(SmsChannel.Login, "5550100").Returns(new SendSMSRespDto());""")]
    [InlineData("""new Moq.Mock<AuthenticationClient>().Verify(c => c.SendSmsAsync(SmsChannel.Login, "5550100", null, null, default));""")]
    [InlineData("""new Moq.Mock<AuthenticationClient>().Setup(c => c.SendSmsAsync(SmsChannel.Login, "5550100", null, null, default));""")]
    [InlineData("""FakeItEasy.A.CallTo(() => client.SendSmsAsync(SmsChannel.Login, "5550100", null, null, default)).MustHaveHappened();""")]
    public Task Setting_up_and_verifying_a_substitute_is_not_warned_of(string body) =>
        ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body, declarations: Libraries, usings: "using NSubstitute;");
}
