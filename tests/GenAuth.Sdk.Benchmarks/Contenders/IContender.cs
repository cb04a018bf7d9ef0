namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>One way to send an SMS. The task is the library's own, so that no wrapper is measured with it.</summary>
internal interface IContender
{
    public Task SendAsync();
}
