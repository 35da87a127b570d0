using System.Globalization;
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
    /// <summary>Writes the table.</summary>
    public static void WriteTable(TuneEffect effect, int draws, TextWriter output)
    {
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

        PageTable.Write(table, output);
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
        JsonText.WriteDocument(
            output,
            json =>
            {
                json.WriteNumber("tunes", effect.Tunes);
                json.WriteNumber("seed", options.Seed.Value);
                json.WriteNumber("temperature", options.Temperature);
                json.WriteString("rng", JsonText.Name(options.Mode));
                json.WriteNumber("limit", options.Limit);
                json.WriteString("planHash", plan.Hash);
                json.WriteNumber("draws", draws);
                json.WriteNumber("drawsSeed", seed.Value);
                JsonText.Write(json, "changed", effect.Changed);
                json.WriteStartArray("figures");
                foreach (EffectFigure figure in effect.Figures)
                {
                    json.WriteStartObject();
                    json.WriteString("name", figure.Name);
                    json.WriteString("label", figure.Label);
                    json.WriteString("unit", JsonText.Name(figure.Unit));
                    Write(json, "baseline", figure.Baseline);
                    Write(json, "operated", figure.Operated);
                    JsonText.Write(json, "difference", figure.Difference);
                    json.WriteNumber("differing", figure.Differing);
                    json.WriteString("verdict", JsonText.Name(figure.Verdict));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );
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
