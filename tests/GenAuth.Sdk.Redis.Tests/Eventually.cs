using System.Diagnostics;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>Waits for what another process is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> ReturnsAsync<T>(Func<Task<T>> attempt)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(began) < Patience)
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
}
