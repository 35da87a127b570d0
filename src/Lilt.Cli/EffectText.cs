using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Operations;
using Lilt.Randomness;
using Spectre.Console;

namespace Lilt.Cli;

/// <summary>An effect as a table that fits a page, and as one JSON document.</summary>
internal static class EffectText
{
    private const int PlainWidth = 140;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes the table.</summary>
    public static void WriteTable(TuneEffect effect, int draws, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (output != Console.Out || Console.IsOutputRedirected)
        {
            console.Profile.Width = PlainWidth;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumn(string.Empty);
        foreach (string column in (string[])["baseline", "operated", "difference", "tunes that differ", ""])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (EffectFigure figure in effect.Figures.Where(figure => figure.Difference.IsDefined))
        {
            table.AddRow(
                (
                    (string[])
                        [
                            figure.Label,
                            Number(figure.Baseline, figure.Unit),
                            Number(figure.Operated, figure.Unit),
                            $"{Plain(figure.Difference.Value, figure.Unit)}{(figure.Unit == FigureUnit.Share ? " points" : string.Empty)} [{Plain(figure.Difference.Low, figure.Unit)} to {Plain(figure.Difference.High, figure.Unit)}]",
                            figure.Differing.ToString(CultureInfo.InvariantCulture),
                            JsonText.Name(figure.Verdict),
                        ]
                )
                    .Select(Markup.Escape)
                    .ToArray()
            );
        }

        console.Write(table);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The plan changed {100 * effect.Changed.Value:F1} % of {effect.Tunes} tunes [{100 * effect.Changed.Low:F1}–{100 * effect.Changed.High:F1}]."
            )
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"In brackets the 95 % interval over tunes: pairs of the same seed drawn again {draws} times, percentiles; undetermined where it holds zero, or fewer than {PairedTunes.LeastDiffering} tunes differ. Each stands for itself: of figures whose mean a plan does not move one in twenty is called more or less."
            )
        );
    }

    /// <summary>Writes the document.</summary>
    public static void WriteJson(TuneEffect effect, GenerationOptions options, OperationPlan plan, Seed seed, int draws, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("tunes", effect.Tunes);
            json.WriteNumber("seed", options.Seed.Value);
            json.WriteNumber("temperature", options.Temperature);
            json.WriteString("rng", JsonText.Name(options.Mode));
            json.WriteNumber("limit", options.Limit);
            json.WriteString("planHash", plan.Hash);
            json.WriteNumber("draws", draws);
            json.WriteNumber("drawsSeed", seed.Value);
            Write(json, "changed", effect.Changed);
            json.WriteStartArray("figures");
            foreach (EffectFigure figure in effect.Figures)
            {
                json.WriteStartObject();
                json.WriteString("name", figure.Name);
                json.WriteString("label", figure.Label);
                json.WriteString("unit", JsonText.Name(figure.Unit));
                Write(json, "baseline", figure.Baseline);
                Write(json, "operated", figure.Operated);
                Write(json, "difference", figure.Difference);
                json.WriteNumber("differing", figure.Differing);
                json.WriteString("verdict", JsonText.Name(figure.Verdict));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        if (!estimate.IsDefined)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", estimate.Value);
        json.WriteNumber("low", estimate.Low);
        json.WriteNumber("high", estimate.High);
        json.WriteNumber("tunes", estimate.Tunes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Number(double value, FigureUnit unit) => Plain(value, unit) + (unit == FigureUnit.Share ? " %" : string.Empty);

    private static string Plain(double value, FigureUnit unit) =>
        (unit == FigureUnit.Share ? 100 * value : value).ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');
}
