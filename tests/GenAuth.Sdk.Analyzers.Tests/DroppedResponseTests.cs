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
    [InlineData($"var task = {Send}; [|await task|];")]
    [InlineData("[|await Wrapped()|];")]
    [InlineData($"[|await (DateTime.MinValue.Year == 1 ? {Send} : Wrapped())|];")]
    [InlineData($"[|client?.SendSmsAsync(SmsChannel.Login, \"5550100\")|];")]
    [InlineData($"Func<Task> later = async () => {{ [|await {Send}|]; }}; await later();")]
    public Task A_dropped_response_is_warned_of(string body) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Theory]
    [InlineData($"[|{Send}.Wait()|];")]
    [InlineData($"_ = [|{Send}.Wait(1000)|];")]
    [InlineData($"var task = {Send}; [|task.Wait()|];")]
    [InlineData($"_ = [|{Send}.Result|];")]
    [InlineData($"var task = {Send}; _ = [|task.Result|];")]
    [InlineData($"[|{Send}.GetAwaiter().GetResult()|];")]
    public Task A_response_that_is_only_waited_for_is_warned_of(string body) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Theory]
    [InlineData($"[|await Task.WhenAll({Send}, {Send})|];")]
    [InlineData($"[|await Task.WhenAll({Send}, Task.CompletedTask)|];")]
    [InlineData($"[|await Task.WhenAll(new[] {{ {Send} }}).ConfigureAwait(false)|];")]
    [InlineData($"[|await Task.WhenAll([{Send}, Task.CompletedTask])|];")]
    [InlineData($"[|await Task.WhenAll(numbers.Select(number => client.SendSmsAsync(SmsChannel.Login, number)))|];")]
    [InlineData($"var sends = numbers.Select(number => client.SendSmsAsync(SmsChannel.Login, number)).ToArray(); [|await Task.WhenAll(sends)|];")]
    [InlineData($"[|await Task.WhenAny({Send}, {Send})|];")]
    [InlineData($"[|Task.WaitAll({Send}, {Send})|];")]
    [InlineData($"[|Task.WhenAll({Send}, {Send}).Wait()|];")]
    [InlineData($"var responses = [|await Task.WhenAll({Send}, {Send})|];")]
    public Task Dropped_responses_that_were_awaited_together_are_warned_of(string body) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Theory]
    [InlineData($"Task M() => [|{Send}|];")]
    [InlineData($"async Task M() => [|await {Send}|];")]
    [InlineData($"void M() => [|{Send}|];")]
    [InlineData($"Task M() {{ return [|{Send}|]; }}")]
    [InlineData($"Task M() {{ return L(); Task L() => [|{Send}|]; }}")]
    [InlineData($"async Task M() {{ await L(); async Task L() => [|await {Send}|]; }}")]
    [InlineData($"Task M() => [|Task.WhenAll({Send}, {Send})|];")]
    public Task A_method_whose_type_drops_the_response_is_warned_of(string member) => ConsumerSource.VerifyMemberAsync<DroppedResponseAnalyzer>(member);

    [Theory]
    [InlineData($"Task<SendSMSRespDto> M() => {Send};")]
    [InlineData($"async Task<bool> M() => (await {Send}).IsSuccess;")]
    [InlineData($"async Task M() => (await {Send}).EnsureSuccess();")]
    [InlineData("Task M() => Task.Delay(1);")]
    [InlineData($"Func<Task> M() => () => {Send};")]
    public Task A_method_that_hands_the_response_on_is_not(string member) => ConsumerSource.VerifyMemberAsync<DroppedResponseAnalyzer>(member);

    [Theory]
    [InlineData($"(await {Send}).EnsureSuccess();")]
    [InlineData($"var response = (await {Send}).EnsureSuccess();")]
    [InlineData($"var response = await {Send}; response.EnsureSuccess();")]
    [InlineData($"var response = await {Send}; if (!response.IsSuccess) throw new Exception();")]
    [InlineData($"var response = await {Send}; Func<bool> later = () => response.IsSuccess; later();")]
    [InlineData($"var task = {Send}; Console.WriteLine((await task).IsSuccess);")]
    [InlineData($"var task = {Send}; await task; Console.WriteLine(task.Result.IsSuccess);")]
    [InlineData($"var task = {Send}; task.Wait(); Console.WriteLine(task.Result.IsSuccess);")]
    [InlineData($"if ((await {Send}).IsSuccess) return;")]
    [InlineData($"Console.WriteLine(await {Send});")]
    [InlineData($"Same(await {Send});")]
    [InlineData($"(await {Send}).OrThrow();")]
    [InlineData($"await {Send}.ContinueWith(task => Console.WriteLine(task.Result.IsSuccess));")]
    [InlineData($"await Throws(() => {Send});")]
    [InlineData($"await Throws(async () => await {Send});")]
    [InlineData("await Task.Yield(); Console.WriteLine();")]
    [InlineData($"var first = {Send}; var second = {Send}; await Task.WhenAll(first, second); Console.WriteLine(first.Result.IsSuccess || second.Result.IsSuccess);")]
    [InlineData($"foreach (var response in await Task.WhenAll({Send}, {Send})) response.EnsureSuccess();")]
    [InlineData("var sends = numbers.Select(number => client.SendSmsAsync(SmsChannel.Login, number)).ToList(); await Task.WhenAll(sends.ToArray()); foreach (var send in sends) (await send).EnsureSuccess();")]
    [InlineData("await Task.WhenAll(Task.Delay(1), Task.CompletedTask);")]
    public Task A_response_that_somebody_looks_at_is_not(string body) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body);

    [Fact]
    public Task A_user_can_switch_a_warning_off() =>
        ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>($"await {Send};", "dotnet_diagnostic.GENAUTH001.severity = none");
}
