using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Lilt.Files;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Cli;

/// <summary><c>lilt sweep ask</c>: questions of a sweep's table.</summary>
internal static class SweepAskVerb
{
    private enum AnswerFormat
    {
        Table,
        Csv,
        Json,
    }

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> folder = SweepVerb.FolderOf();
        Argument<string> question = new("SQL")
        {
            Description =
                "One select, in DuckDB's SQL, from tunes; of controls from sets, of studies from verdicts. docs/sweeps.md has the columns.",
            HelpName = "\"select …\"",
        };
        Option<AnswerFormat> format = ChoiceOption.Create<AnswerFormat>(
            "--format",
            "table (default): columns for reading; csv; json: an array with an object a row."
        );
        Command command = new(
            "ask",
            "Asks a question of a sweep's whole shards, also while it runs.\n"
                + "Example: lilt sweep ask sweep \"select plan, sum(counted) / sum(measures) as counted from tunes group by plan order by counted\""
        )
        {
            folder,
            question,
            format,
        };
        command.SetAction(parsed =>
        {
            TextWriter text = parsed.InvocationConfiguration.Output;
            AnswerFormat form = parsed.GetValue(format);
            TableQuestion.Ask(
                SweepFolder.Open(parsed.GetValue(folder)!),
                parsed.GetValue(question)!,
                (columns, rows) =>
                {
                    switch (form)
                    {
                        case AnswerFormat.Csv:
                            WriteCsv(columns, rows, text);
                            break;
                        case AnswerFormat.Json:
                            WriteJson(columns, rows, text);
                            break;
                        default:
                            WriteTable(columns, rows, text);
                            break;
                    }
                }
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static void WriteTable(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter text)
    {
        List<string[]> lines =
        [
            [.. columns],
            .. rows.Select(row => row.Select(Text).ToArray()),
        ];
        int[] widths = [.. Enumerable.Range(0, columns.Count).Select(column => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            text.WriteLine(string.Join("  ", line.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        }
    }

    private static void WriteCsv(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter text)
    {
        foreach (IEnumerable<string> cells in rows.Select(row => row.Select(Text)).Prepend(columns))
        {
            CsvRow.Write(text, cells);
        }
    }

    private static void WriteJson(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter text)
    {
        string before = "[\n";
        foreach (object?[] row in rows)
        {
            JsonObject line = [];
            for (int column = 0; column < row.Length; column++)
            {
                line[columns[column]] = Node(row[column]);
            }

            text.Write(before + line.ToJsonString());
            before = ",\n";
        }

        text.WriteLine(before == "[\n" ? "[]" : "\n]");
    }

    private static string Text(object? value) =>
        value switch
        {
            null => string.Empty,
            bool truth => truth ? "true" : "false",
            System.Collections.IEnumerable and not string => Node(value)!.ToJsonString(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    // A number that JSON has none for is null.
    private static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            bool truth => JsonValue.Create(truth),
            double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
            float number => float.IsFinite(number) ? JsonValue.Create(number) : null,
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            BigInteger number => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
            System.Collections.IEnumerable list and not string => new JsonArray([.. list.Cast<object?>().Select(Node)]),
            _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
}
