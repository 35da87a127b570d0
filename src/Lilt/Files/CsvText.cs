using System.Text;

namespace Lilt.Files;

/// <summary>Reads CSV after RFC 4180.</summary>
internal static class CsvText
{
    /// <summary>The cells of each line; an empty cell is null.</summary>
    public static List<string?[]> Rows(string text)
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
