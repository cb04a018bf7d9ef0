using BenchmarkDotNet.Attributes;

using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.InMemory;

/// <summary>One send without a network: each library's own cost.</summary>
[MemoryDiagnoser]
public class InMemorySends
{
    private IContender _contender = null!;
    private Listener? _listener;

    [GlobalSetup(Target = nameof(HandWritten))]
    public void SetUpHandWritten() => Prepare(static handler => new HandWritten(Exchange.InMemoryHost, handler));

    [Benchmark(Baseline = true, Description = "hand-written")]
    public Task HandWritten() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(HandWrittenPerMessage))]
    public void SetUpHandWrittenPerMessage() => Prepare(static handler => new HandWrittenPerMessage(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "hand-written, header per message")]
    public Task HandWrittenPerMessage() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(HandTuned))]
    public void SetUpHandTuned() => Prepare(static handler => new HandTuned(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "hand-tuned")]
    public Task HandTuned() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(Sdk))]
    public void SetUpSdk() => Prepare(static handler => new SdkContender(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "GenAuth.Sdk")]
    public Task Sdk() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(SdkObserved))]
    public void SetUpSdkObserved()
    {
        _listener = new Listener();
        SetUpSdk();
    }

    [Benchmark(Description = "GenAuth.Sdk, traced and metered")]
    public Task SdkObserved() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(FactoryWithResilience))]
    public void SetUpFactoryWithResilience() => Prepare(static handler => Contenders.FactoryWithResilience.Create(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "factory + resilience handler")]
    public Task FactoryWithResilience() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(Refit))]
    public void SetUpRefit() => Prepare(static handler => new RefitContender(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "Refit")]
    public Task Refit() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(Flurl))]
    public void SetUpFlurl() => Prepare(static handler => new FlurlContender(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "Flurl")]
    public Task Flurl() => _contender.SendAsync();

    [GlobalSetup(Target = nameof(RestSharp))]
    public void SetUpRestSharp() => Prepare(static handler => new RestSharpContender(Exchange.InMemoryHost, handler));

    [Benchmark(Description = "RestSharp")]
    public Task RestSharp() => _contender.SendAsync();

    [GlobalCleanup]
    public void CleanUp() => _listener?.Dispose();

    private void Prepare(Func<HttpMessageHandler, IContender> create)
    {
        _contender = create(new FixedAnswerHandler());
        Task send = _contender.SendAsync();
        send.GetAwaiter().GetResult();
        if (!Exchange.Succeeded(send))
            throw new InvalidOperationException("The send did not return the documented success.");
    }
}
