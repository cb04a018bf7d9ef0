using System.Diagnostics;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>Waits for what another thread or process is about to do: an attempt is repeated until it throws nothing, or for a minute.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> ReturnsAsync<T>(Func<Task<T>> attempt)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception) when (waiting.Elapsed < Patience)
            {
                await Task.Yield();
            }
        }
    }

    public static Task PassesAsync(Func<Task> attempt) => ReturnsAsync(async () =>
    {
        await attempt();
        return true;
    });

    public static Task PassesAsync(Action attempt) => PassesAsync(() =>
    {
        attempt();
        return Task.CompletedTask;
    });
}
