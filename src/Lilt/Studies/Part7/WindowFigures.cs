using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7;

/// <summary>A window of figure 8.</summary>
/// <param name="Shape">The window.</param>
/// <param name="Decibels">[F] dB under the main lobe's top; cut off at −120.</param>
/// <param name="HalfWidth">Half the main lobe's width at half its magnitude, cycles a step.</param>
/// <param name="Sidelobe">Where the first sidelobe stands, cycles a step.</param>
/// <param name="SidelobeDecibels">Its level relative to the main lobe's top, dB.</param>
public sealed record WindowResponse([property: JsonPropertyName("name")] WindowShape Shape, double[] Decibels, double HalfWidth, double Sidelobe, double SidelobeDecibels);

/// <summary>Figure 8: the responses of two windows of the tune's length.</summary>
public sealed record WindowResponsesFigure : Figure
{
    private const int Points = 400;
    private const double Sidelobes = 8;
    private const double Floor = -120;

    /// <summary>The windows' length in steps, the tune's.</summary>
    public required int Length { get; init; }

    /// <summary>[F] Cycles a step from 0 on, as far as is worth showing.</summary>
    public required double[] Frequencies { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowResponse> Windows { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static WindowResponsesFigure Of(Part7Material material)
    {
        int length = material.Steps;
        double last = Math.Min(0.5, Sidelobes / length);
        double[] frequencies = [.. Enumerable.Range(0, Points + 1).Select(point => last * point / Points)];
        List<WindowResponse> windows = [.. WindowTablesFigure.Shapes.Select(shape =>
        {
            Window window = new(shape, length);
            double top = window.Response(0);
            return new WindowResponse(
                shape,
                [.. frequencies.Select(frequency => Math.Max(Floor, 20 * Math.Log10(window.Response(frequency) / top)))],
                window.Lobes.HalfWidth,
                window.Lobes.Sidelobe,
                window.Lobes.SidelobeDecibels);
        })];
        return new WindowResponsesFigure
        {
            Length = length,
            Frequencies = frequencies,
            Windows = windows,
            Article = "At 147 steps the main lobe is about 0.014 cycles a step wide under the Hann window and 0.008 under the rectangular one; the first sidelobes are more than 30 dB and 12 dB down.",
            Here = $"At {NumberText.Count(length, "step")} the main lobe is {NumberText.List(windows.Select(window => $"{NumberText.Number(2 * window.HalfWidth)} wide under the {(window.Shape == WindowShape.Hann ? "Hann" : EnumWords.Of(window.Shape))} window"))}; the first sidelobes are {NumberText.List(windows.Select(window => $"{NumberText.Decibels(-window.SidelobeDecibels)} down at {NumberText.Number(window.Sidelobe)}"))} (cycles a step).",
            Caption = "Magnitude responses relative to the main lobe's top, cut off at −120 dB; the width is taken at −6 dB. Symmetric windows.",
            Command = $"lilt windows --length {NumberText.Number(length)}",
            Files = ["windows.csv"],
        };
    }
}

/// <summary>The article's own row.</summary>
/// <param name="Support">The main lobe's support, the shorter period first.</param>
/// <param name="Sidelobes">Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first.</param>
public sealed record ArticleRow(Period[] Support, double[] Sidelobes);

/// <summary>A row of figure 9.</summary>
/// <param name="Period">The peak's period.</param>
/// <param name="Window">The window.</param>
/// <param name="Support">What the main lobe covers at half its magnitude: two periods, the shorter first.</param>
/// <param name="Sidelobes">Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first.</param>
/// <param name="Article">The article's own, as it prints them; null where it has none.</param>
public sealed record WindowRow(Period Period, WindowShape Window, Period[] Support, double[] Sidelobes, ArticleRow? Article);

/// <summary>A table of figure 9.</summary>
/// <param name="Length">The windows' length in steps.</param>
/// <param name="Rows">The rows, by period and then window.</param>
public sealed record WindowLengthTable(int Length, IReadOnlyList<WindowRow> Rows);

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

    /// <summary>First the table at the article's 147 steps, beside the article's own, then at this tune's length where that differs.</summary>
    public required IReadOnlyList<WindowLengthTable> Tables { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static WindowTablesFigure Of(Part7Material material)
    {
        List<WindowLengthTable> tables = [Table(ArticleLength)];
        if (material.Steps != ArticleLength)
        {
            tables.Add(Table(material.Steps));
        }

        Period interval = material.MeasureInterval;
        WindowTableRow own = new WindowTable(new Window(WindowShape.Hann, material.Steps), [interval]).Rows[0];
        double worst = tables[0].Rows.Where(row => row.Article is not null)
            .Max(row => row.Support.Zip(row.Article!.Support).Where(pair => double.IsFinite(pair.First.Steps)).Max(pair => Math.Abs(pair.First.Steps - pair.Second.Steps) / pair.Second.Steps));
        return new WindowTablesFigure
        {
            Tables = tables,
            Article = "A period of 8.8 steps under the Hann window covers 8.3 to 9.4 steps, with first sidelobes at 7.7 and 10.2; what lies outside and is higher than they are is real.",
            Here = $"This tune's measure period of {NumberText.Number(interval.Steps)} steps covers {NumberText.Number(own.SupportLow.Steps)} to {NumberText.Number(own.SupportHigh.Steps)} steps under the Hann window, with first sidelobes at {NumberText.Number(own.SidelobeLow.Steps)} and {NumberText.Number(own.SidelobeHigh.Steps)}. "
                + $"At 147 steps the support agrees with the article's to {NumberText.Share(worst)} at worst; the article rounds.",
            Caption = "Support is the range of periods under the main lobe at half its magnitude; sidelobes are the first to either side. Computed without rounding at the article's 147 steps and at this tune's length.",
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
                rows.Add(new WindowRow(
                    row.Period,
                    Shapes[shape],
                    mean ? [row.SupportHigh, row.SupportLow] : [row.SupportLow, row.SupportHigh],
                    mean || !double.IsFinite(row.SidelobeHigh.Steps) ? [row.SidelobeLow.Steps] : [row.SidelobeLow.Steps, row.SidelobeHigh.Steps],
                    length == ArticleLength ? new ArticleRow([.. support.Select(steps => new Period(steps))], sidelobes) : null));
            }
        }

        return new WindowLengthTable(length, rows);
    }
}
