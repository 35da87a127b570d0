using System.Text;

namespace Lilt.Files;

/// <summary>A row of comma-separated values.</summary>
/// <remarks>Source: RFC 4180, with line feeds alone.</remarks>
public static class CsvRow
{
    /// <summary>Appends a row and its line feed.</summary>
    /// <param name="text">What the row is appended to.</param>
    /// <param name="cells">The cells as they are read again: quotes are set where a cell needs them.</param>
    public static void Append(StringBuilder text, IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cells);
        text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
    }

    /// <summary>Writes a row and its line feed.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="cells">The cells as they are read again: quotes are set where a cell needs them.</param>
    public static void Write(TextWriter text, params IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder row = new();
        Append(row, cells);
        text.Write(row);
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
