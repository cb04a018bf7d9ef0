namespace GenAuth.Sdk.Analyzers.Tests;

public class EnsureSuccessCodeFixTests
{
    private const string Send = """client.SendSmsAsync(SmsChannel.Login, "5550100")""";

    [Theory]
    [InlineData($"[|await {Send}|];", $"(await {Send}).EnsureSuccess();")]
    [InlineData($"_ = [|await {Send}|];", $"(await {Send}).EnsureSuccess();")]
    [InlineData($"var response = [|await {Send}|];", $"var response = (await {Send}).EnsureSuccess();")]
    [InlineData($"async Task L() => [|await {Send}|]; await L();", $"async Task L() => (await {Send}).EnsureSuccess(); await L();")]
    public Task The_fix_chains_EnsureSuccess(string before, string after) => ConsumerSource.VerifyFixAsync(before, after);

    [Theory]
    [InlineData($"/* why */ [|await {Send}|] /* so */; // end", $"/* why */ (await {Send}).EnsureSuccess() /* so */; // end")]
    [InlineData($"_ = /* why */ [|await {Send}|]; // end", $"/* why */ (await {Send}).EnsureSuccess(); // end")]
    [InlineData($"// above\n_ = // why\n    [|await {Send}|];", $"// above\n// why\n    (await {Send}).EnsureSuccess();")]
    [InlineData($"_ /* a */ = [|await /* b */ {Send}|];", $"/* a */  (await /* b */ {Send}).EnsureSuccess();")]
    public Task The_fix_keeps_comments(string before, string after) => ConsumerSource.VerifyFixAsync(before, after);

    [Theory]
    [InlineData($"_ = [|{Send}|];")]
    [InlineData($"[|{Send}.Wait()|];")]
    [InlineData($"[|await Task.WhenAll({Send}, {Send})|];")]
    public Task What_is_no_awaited_response_is_left_to_a_person(string body) => ConsumerSource.VerifyFixAsync(body, body);
}
