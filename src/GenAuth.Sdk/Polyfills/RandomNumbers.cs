namespace System;

/// <summary>The shared generator, as .NET 8 has it.</summary>
internal static class RandomNumbers
{
    [ThreadStatic]
    private static Random? _ofThisThread;

    extension(Random)
    {
        // .NET Framework seeds by the clock: threads that start together would all wait the same time.
        public static Random Shared => _ofThisThread ??= new Random(Guid.NewGuid().GetHashCode());
    }
}
