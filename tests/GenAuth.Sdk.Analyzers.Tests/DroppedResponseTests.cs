namespace GenAuth.Sdk.Analyzers.Tests;

public class DroppedResponseTests
{
    private const string Send = """client.SendSmsAsync(SmsChannel.Login, "5550100")""";

    [Theory]
    [InlineData($"[|await {Send}|];")]
    [InlineData($"[|await {Send}.ConfigureAwait(false)|];")]
    [InlineData($"_ = [|await {Send}|];")]
    [InlineData($"var response = [|await {Send}|];")]
    [InlineData($"SendSMSRespDto response = [|await {Send}|]; response = null!;")]
    [InlineData($"_ = [|{Send}|];")]
    [InlineData($"var task = [|{Send}|];")]
    [InlineData("[|await Wrapped()|];")]
    [InlineData($"Func<Task> later = async () => {{ [|await {Send}|]; }}; await later();")]
    public Task A_dropped_answer_is_warned_of(string body) => Consumer.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Theory]
    [InlineData($"(await {Send}).EnsureSuccess();")]
    [InlineData($"var response = (await {Send}).EnsureSuccess();")]
    [InlineData($"var response = await {Send}; response.EnsureSuccess();")]
    [InlineData($"var response = await {Send}; if (!response.IsSuccess) throw new Exception();")]
    [InlineData($"var response = await {Send}; Func<bool> later = () => response.IsSuccess; later();")]
    [InlineData($"var task = {Send}; Console.WriteLine((await task).IsSuccess);")]
    [InlineData($"if ((await {Send}).IsSuccess) return;")]
    [InlineData($"Console.WriteLine(await {Send});")]
    [InlineData($"await Throws(() => {Send});")]
    [InlineData($"await Throws(async () => await {Send});")]
    [InlineData("await Task.Yield(); Console.WriteLine();")]
    public Task An_answer_that_somebody_looks_at_is_not(string body) => Consumer.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Theory]
    [InlineData($"[|await {Send}|];", $"(await {Send}).EnsureSuccess();")]
    [InlineData($"_ = [|await {Send}|];", $"(await {Send}).EnsureSuccess();")]
    [InlineData($"var response = [|await {Send}|];", $"var response = (await {Send}).EnsureSuccess();")]
    public Task The_fix_chains_EnsureSuccess(string before, string after) => Consumer.VerifyFixAsync(before, after);

    [Fact]
    public Task A_task_that_nobody_awaits_is_left_to_a_person() => Consumer.VerifyFixAsync($"_ = [|{Send}|];", $"_ = [|{Send}|];");
}
