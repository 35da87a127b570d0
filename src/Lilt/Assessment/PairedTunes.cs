using System.Numerics;
using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Assessment;

/// <summary>What something that is done to a network does to its tunes: figures of tunes written with it and without it, in pairs.</summary>
/// <remarks>
/// Tune n of both sides has the same random numbers, so that what differs comes of what was done. Pairs are drawn with replacement, both
/// sides of a pair together, the same draws for every figure; the interval of a difference is the middle 95 % of what the draws give. Source:
/// B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", Chapman and Hall (1993), chapters 8 and 13.
/// </remarks>
public static class PairedTunes
{
    /// <summary>
    /// So many tunes must add another number on the one side than on the other before a difference is called one: with fewer, all of them
    /// changed in one direction are no rarer than one in twenty (2 · 2⁻⁵ = 0.0625 &gt; 0.05).
    /// </summary>
    public const int LeastDiffering = 6;

    internal const int NumbersAFigure = 4;

    // Of a level of 95 %.
    private const double Tail = 0.025;

    /// <summary>The figures' names, labels and units.</summary>
    public static IReadOnlyList<(string Name, string Label, FigureUnit Unit)> Figures { get; } =
    [.. FigureKind.All.Select(kind => (kind.Name, kind.Label, kind.Unit)), ("cutTunes", "tunes that the limit ended", FigureUnit.Share)];

    /// <summary>How many numbers a pair has.</summary>
    public static int NumbersATune { get; } = NumbersAFigure * Figures.Count;

    /// <summary>Finds the effect.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="seed">Seed of the draws: the same seed gives the same intervals.</param>
    /// <param name="draws">How many sets of pairs are drawn, at least 40.</param>
    /// <exception cref="ArgumentException">A pair has not <see cref="NumbersATune"/> numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is under 40.</exception>
    public static TuneEffect Find(IReadOnlyList<PairedTune> pairs, Seed seed, int draws = TuneBootstrap.DefaultDraws)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 40);
        double[][] rows = [.. pairs.Select(pair => pair.Numbers.ToArray())];
        if (rows.Any(row => row.Length != NumbersATune))
        {
            throw new ArgumentException($"A pair has {NumbersATune} numbers.", nameof(pairs));
        }

        double[] whole = Sum(rows, [.. Enumerable.Range(0, rows.Length)]);
        double[][] drawn = rows.Length == 0 ? [] : [.. Resamples.Draw(rows.Length, draws, seed).Select(draw => Sum(rows, draw))];
        return new TuneEffect(
            rows.Length,
            WilsonInterval.Of(pairs.Count(pair => pair.IsChanged), pairs.Count),
            [.. Figures.Select((_, place) => Figure(place, rows, whole, drawn))]
        );
    }

    // A row after the other, so that the sums have the same bits on every machine, however many numbers are added at once.
    private static double[] Sum(double[][] rows, ReadOnlySpan<int> places)
    {
        double[] sums = new double[NumbersATune];
        foreach (int place in places)
        {
            double[] row = rows[place];
            int number = 0;
            for (; number <= sums.Length - Vector<double>.Count; number += Vector<double>.Count)
            {
                (new Vector<double>(sums, number) + new Vector<double>(row, number)).CopyTo(sums, number);
            }

            for (; number < sums.Length; number++)
            {
                sums[number] += row[number];
            }
        }

        return sums;
    }

    private static EffectFigure Figure(int place, double[][] rows, double[] whole, double[][] drawn)
    {
        int at = NumbersAFigure * place;
        double baseline = whole[at] / whole[at + 1];
        double operated = whole[at + 2] / whole[at + 3];
        int differing = rows.Count(row => row[at] != row[at + 2] || row[at + 1] != row[at + 3]);
        Estimate difference = Estimate.Undefined;
        if (double.IsFinite(operated - baseline))
        {
            // A draw without any tune that has a say gives no number; the interval is of those that give one.
            double[] found = [.. drawn.Select(sums => (sums[at + 2] / sums[at + 3]) - (sums[at] / sums[at + 1])).Where(double.IsFinite)];
            PercentileInterval interval = PercentileInterval.OfUnsorted(found, Tail);
            difference = new Estimate(
                operated - baseline,
                interval.Low,
                interval.High,
                rows.Count(row => row[at + 1] > 0 || row[at + 3] > 0)
            );
        }

        (string name, string label, FigureUnit unit) = Figures[place];
        return new EffectFigure(name, label, unit, baseline, operated, difference, differing, Verdict(difference, differing));
    }

    private static EffectVerdict Verdict(Estimate difference, int differing) =>
        differing < LeastDiffering ? EffectVerdict.Undetermined
        : difference.Low > 0 ? EffectVerdict.More
        : difference.High < 0 ? EffectVerdict.Less
        : EffectVerdict.Undetermined;
}
