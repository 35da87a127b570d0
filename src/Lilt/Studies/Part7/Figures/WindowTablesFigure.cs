using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 9: what a peak's main lobe covers and where its first sidelobes stand.</summary>
public sealed record WindowTablesFigure : Figure
{
    /// <summary>The length of the article's tune.</summary>
    public const int ArticleLength = 147;

    /// <summary>The two windows of the article.</summary>
    internal static readonly WindowShape[] Shapes = [WindowShape.Rectangular, WindowShape.Hann];

    // As the article prints them: support and sidelobes under a rectangular window, then under Hann's.
    private static readonly (double[] Support, double[] Sidelobes)[][] Printed =
    [
        [([2.23, 2.27], [2.20, 2.30]), ([2.21, 2.29], [2.17, 2.33])],
        [([4.4, 4.6], [4.3, 4.7]), ([4.3, 4.7], [4.2, 4.8])],
        [([8.5, 9.1], [8.0, 9.6]), ([8.3, 9.4], [7.7, 10.2])],
        [([17, 19], [15, 22]), ([16, 21], [14, 25])],
        [([31, 42], [26, 56]), ([28, 48], [23, 85])],
        [([double.PositiveInfinity, 250], [100]), ([double.PositiveInfinity, 143], [63])],
    ];

    /// <summary>
    /// First the table at the article's 147 steps, beside the article's own, then at this tune's length where that differs.
    /// </summary>
    public required IReadOnlyList<WindowLengthTable> Tables { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static WindowTablesFigure Of(StudyMaterial material)
    {
        List<WindowLengthTable> tables = [Table(ArticleLength)];
        if (material.Steps != ArticleLength)
        {
            tables.Add(Table(material.Steps));
        }

        Period interval = material.MeasureInterval;
        WindowTableRow own = new WindowTable(new Window(WindowShape.Hann, material.Steps), [interval]).Rows[0];
        double worst = tables[0]
            .Rows.Where(row => row.Article is not null)
            .Max(row =>
                row.Support.Zip(row.Article!.Support)
                    .Where(pair => double.IsFinite(pair.First.Steps))
                    .Max(pair => Math.Abs(pair.First.Steps - pair.Second.Steps) / pair.Second.Steps)
            );
        return new WindowTablesFigure
        {
            Tables = tables,
            Article =
                "A period of 8.8 steps under the Hann window covers 8.3 to 9.4 steps, with first sidelobes at 7.7 and 10.2; what lies outside and is higher than they are is real.",
            Here =
                $"This tune's measure period of {NumberText.Number(interval.Steps)} steps covers {NumberText.Number(own.SupportLow.Steps)} to {NumberText.Number(own.SupportHigh.Steps)} steps under the Hann window, with first sidelobes at {NumberText.Number(own.SidelobeLow.Steps)} and {NumberText.Number(own.SidelobeHigh.Steps)}. "
                + $"At 147 steps the support agrees with the article's to {NumberText.Share(worst)} at worst; the article rounds.",
            Caption =
                "Support is the range of periods under the main lobe at half its magnitude; sidelobes are the first to either side. Computed without rounding at the article's 147 steps and at this tune's length.",
            Command = $"lilt windows --length {NumberText.Number(material.Steps)}",
            Files = ["windows.csv"],
        };
    }

    private static WindowLengthTable Table(int length)
    {
        List<WindowRow> rows = [];
        for (int period = 0; period < WindowTable.ArticlePeriods.Count; period++)
        {
            for (int shape = 0; shape < Shapes.Length; shape++)
            {
                WindowTableRow row = new WindowTable(new Window(Shapes[shape], length), [WindowTable.ArticlePeriods[period]]).Rows[0];
                bool mean = double.IsPositiveInfinity(row.Period.Steps);
                (double[] support, double[] sidelobes) = Printed[period][shape];
                rows.Add(
                    new WindowRow(
                        row.Period,
                        Shapes[shape],
                        mean ? [row.SupportHigh, row.SupportLow] : [row.SupportLow, row.SupportHigh],
                        mean || !double.IsFinite(row.SidelobeHigh.Steps)
                            ? [row.SidelobeLow.Steps]
                            : [row.SidelobeLow.Steps, row.SidelobeHigh.Steps],
                        length == ArticleLength ? new ArticleRow([.. support.Select(steps => new Period(steps))], sidelobes) : null
                    )
                );
            }
        }

        return new WindowLengthTable(length, rows);
    }
}
