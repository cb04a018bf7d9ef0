using System.Globalization;
using System.Text;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Says why a wait may have been in vain, without showing a number: it ends up in the log of a failed test.</summary>
internal static class InboxSummary
{
    private const int MaxGroups = 10;

    public static string Describe(WrittenNumber number, TimeSpan patience, IReadOnlyCollection<InboxEntry> entries)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"No SMS to this number arrived within {patience.TotalSeconds:0.###} s.");
        if (entries.Count(entry => number.IsOf(entry.Message)) is > 0 and int handedOut)
            text.Append(CultureInfo.InvariantCulture, $" {handedOut} to it had been handed out before.");

        IGrouping<string, InboxEntry>[] others = [.. entries.Where(entry => !number.IsOf(entry.Message)).GroupBy(entry => DescribeKind(entry.Message))];
        if (others.Length == 0)
            return text.Append(" Nothing arrived for other numbers.").ToString();

        text.Append(" For other numbers arrived: ");
        text.AppendJoin(", ", others.Take(MaxGroups).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} × {group.Key}")));
        return text.Append(others.Length > MaxGroups ? " and more." : ".").ToString();
    }

    private static string DescribeKind(SmsMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Channel} to {message.PhoneCountryCode} and {message.PhoneNumber.Length} digits");
}
