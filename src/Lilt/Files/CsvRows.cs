using System.Text;

namespace Lilt.Files;

/// <summary>
/// Rows of comma-separated values as they are read. What <see cref="CsvRow"/> writes is read as it was, but for an empty cell, which is
/// null.
/// </summary>
internal static class CsvRows
{
    /// <summary>The cells of each line; an empty cell is null.</summary>
    public static List<string?[]> Read(string text)
    {
        List<string?[]> rows = [];
        List<string?> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (letter == '"')
            {
                // Two within quotes are one of the cell's own; any other begins or ends the quotes.
                bool doubled = quoted && at + 1 < text.Length && text[at + 1] == '"';
                if (doubled)
                {
                    cell.Append(letter);
                    at++;
                }

                quoted = doubled || !quoted;
            }
            else if (quoted || letter is not (',' or '\n'))
            {
                cell.Append(letter);
            }
            else
            {
                row.Add(cell.Length > 0 ? cell.ToString() : null);
                cell.Clear();
                if (letter == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        return rows;
    }
}
