using System.Text;

namespace GenAuth.Sdk.Benchmarks;

/// <summary>A table for people: plain Markdown, so that it can be pasted.</summary>
internal sealed class Table
{
    private readonly string _title;
    private readonly List<string[]> _rows = [];

    public Table(string title, params string[] columns)
    {
        _title = title;
        _rows.Add(columns);
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length))];
        var text = new StringBuilder().AppendLine().AppendLine("## " + _title).AppendLine();
        for (int i = 0; i < _rows.Count; i++)
        {
            AppendRow(text, _rows[i], widths);
            if (i == 0)
                text.Append('|').AppendJoin('|', widths.Select((width, column) => new string('-', width + 1) + (column == 0 ? "-" : ":"))).AppendLine("|");
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        for (int column = 0; column < cells.Length; column++)
            text.Append("| ").Append(column == 0 ? cells[column].PadRight(widths[column]) : cells[column].PadLeft(widths[column])).Append(' ');
        text.AppendLine("|");
    }
}
