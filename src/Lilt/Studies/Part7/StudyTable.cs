using System.Globalization;
using System.Text;

namespace Lilt.Studies.Part7;

/// <summary>A table of a study, written as CSV.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="What">What it holds.</param>
/// <param name="Header">The columns.</param>
/// <param name="Rows">The cells: texts, numbers, or null for none.</param>
internal sealed record StudyTable(string Name, string What, IReadOnlyList<string> Header, IEnumerable<object?[]> Rows)
{
    /// <summary>The table after RFC 4180, with line feeds alone.</summary>
    public string Csv()
    {
        StringBuilder text = new();
        text.AppendJoin(',', Header.Select(Quoted)).Append('\n');
        foreach (object?[] row in Rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        double number => double.IsPositiveInfinity(number) ? "inf" : double.IsNaN(number) ? string.Empty : StudyJson.Text(number),
        float number => StudyJson.Text(number),
        bool flag => flag ? "1" : "0",
        string text => Quoted(text),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell of {value.GetType()}.", nameof(value)),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
