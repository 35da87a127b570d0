using System.Globalization;
using System.Text;
using Lilt.Files;

namespace Lilt.Studies;

/// <summary>A table of a study, a CSV file.</summary>
public sealed record StudyTable : StudyContent
{
    /// <param name="name">The file, such as <c>units.csv</c>.</param>
    /// <param name="what">What it holds.</param>
    /// <param name="header">The columns.</param>
    /// <param name="rows">The cells, a row as long as the header; made anew each time that they are asked for.</param>
    public StudyTable(string name, string what, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
        : base(name, what)
    {
        Header = header;
        Rows = rows;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows: texts, numbers, truth values, or null for none; of a study that was read the cells are texts.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows { get; }

    /// <summary>The table after RFC 4180, with line feeds alone.</summary>
    public string Csv()
    {
        StringBuilder text = new();
        CsvRow.Append(text, Header);
        foreach (IReadOnlyList<object?> row in Rows)
        {
            CsvRow.Append(text, row.Select(Cell));
        }

        return text.ToString();
    }

    internal override void Write(string path) => WriteText(path, Csv());

    /// <summary>Reads one; an empty cell is null.</summary>
    internal static StudyTable Read(string path, StudyFile file)
    {
        List<string?[]> rows = CsvRows.Read(File.ReadAllText(path));
        return rows.Count > 0
            ? new StudyTable(file.Name, file.What, [.. rows[0].Select(column => column ?? string.Empty)], rows[1..])
            : throw new FormatException(
                $"{path}: a table with a line of headings was expected, and the file is empty: make the study again."
            );
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => string.Empty,
            double number => double.IsPositiveInfinity(number) ? "inf"
            : double.IsNaN(number) ? string.Empty
            : StudyJson.Text(number),
            float number => StudyJson.Text(number),
            bool flag => flag ? "1" : "0",
            string text => text,
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A cell of {value.GetType()}.", nameof(value)),
        };
}
