using System.Globalization;
using System.Text;
using Lilt.Assessment;
using Lilt.Files;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Effects;

/// <summary>An effect as tables in CSV.</summary>
internal static class EffectTables
{
    /// <summary>A row a figure.</summary>
    public static string Figures(EffectView effect)
    {
        StringBuilder table = new();
        CsvRow.Append(table, ["figure", "unit", "baseline", "operated", "difference", "low", "high", "tunes", "differing", "verdict"]);
        CsvRow.Append(
            table,
            [
                "changedTunes",
                "share",
                "",
                Number(effect.Changed),
                "",
                Number(effect.ChangedLow),
                Number(effect.ChangedHigh),
                Number(effect.Made),
                "",
                "",
            ]
        );
        foreach (EffectFigureView figure in effect.Figures)
        {
            CsvRow.Append(
                table,
                [
                    figure.Name,
                    StudioJson.Word(figure.Unit),
                    Number(figure.Baseline),
                    Number(figure.Operated),
                    Number(figure.Difference),
                    Number(figure.Low),
                    Number(figure.High),
                    Number(figure.Tunes),
                    Number(figure.Differing),
                    StudioJson.Word(figure.Verdict),
                ]
            );
        }

        return table.ToString();
    }

    /// <summary>A row a seed: what each side adds to every figure, above and below its line.</summary>
    public static string Tunes(EffectView effect, IReadOnlyList<PairedTune> pairs)
    {
        StringBuilder table = new();
        CsvRow.Append(
            table,
            [
                "seed",
                "changed",
                .. PairedTunes.Figures.SelectMany(figure =>
                    (string[])
                        [$"{figure.Name}_baseline", $"{figure.Name}_baseline_of", $"{figure.Name}_operated", $"{figure.Name}_operated_of"]
                ),
            ]
        );
        foreach ((int tune, PairedTune pair) in pairs.Index())
        {
            CsvRow.Append(
                table,
                [(effect.Seed + tune).ToString(), pair.IsChanged ? "1" : "0", .. pair.Numbers.Select(number => Number(number))]
            );
        }

        return table.ToString();
    }

    private static string Number(double? value) => value is { } known ? known.ToString("G9", CultureInfo.InvariantCulture) : "";
}
