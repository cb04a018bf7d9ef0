using System.Globalization;

using GenAuth.Sdk.Testing.Internal.Pages.Faults;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>What is armed, in plain words.</summary>
/// <param name="Armed">The faults, each with the id that it is taken back by.</param>
/// <param name="Conditions">How many depend on a condition, which is code of a test and has no words.</param>
internal sealed record FaultListJson(IReadOnlyList<FaultListJson.Entry> Armed, int Conditions)
{
    public static FaultListJson Create(ArmedFaults armed) => new(
        [
            .. armed.Next.Select(static fault => new Entry(fault.Id, fault.Operation is null ? "Next request" : $"Next {fault.Operation}", FaultText.Describe(fault.Fault))),
            .. armed.Randomly.Select(static random => new Entry(random.Id, DescribeChance(random), string.Join(" or: ", random.Faults.Select(FaultText.Describe)))),
            .. armed.Always is null ? [] : (Entry[])[new Entry(armed.Always.Id, "Every request", FaultText.Describe(armed.Always.Fault))],
        ],
        armed.Conditions);

    private static string DescribeChance(RandomFaults random) => string.Create(CultureInfo.InvariantCulture, $"{random.Probability * 100:0.##} % of requests");

    /// <param name="Id">What it is taken back by.</param>
    /// <param name="Requests">Which requests meet it.</param>
    /// <param name="Text">What goes wrong.</param>
    internal sealed record Entry(long Id, string Requests, string Text);
}
