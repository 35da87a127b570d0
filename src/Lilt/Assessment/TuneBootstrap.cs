using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Assessment;

/// <summary>95 % intervals of numbers over a set of tunes, by drawing tunes with replacement.</summary>
/// <remarks>
/// Measures of one tune hang together, so tunes are drawn, never measures or notes. Every number of a set is found on the same draws.
/// </remarks>
public sealed class TuneBootstrap
{
    /// <summary>Draws of a whole set unless told otherwise: the ends of an interval then rest on 25 draws a side.</summary>
    public const int DefaultDraws = 1000;

    // Of a level of 95 %.
    private const double Tail = 0.025;

    private readonly Seed seed;
    private readonly int draws;

    /// <param name="seed">Seed of the draws: the same seed gives the same intervals.</param>
    /// <param name="draws">How many sets are drawn, at least 40 (an end rests on one draw at least).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is under 40.</exception>
    public TuneBootstrap(Seed seed, int draws = DefaultDraws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 40);
        this.seed = seed;
        this.draws = draws;
    }

    /// <summary>A pooled share or a mean: Σ numerators / Σ denominators, tunes drawn.</summary>
    /// <param name="numerators">One a tune.</param>
    /// <param name="denominators">One a tune, not negative; a tune with 0 has no say and is not counted.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Estimate Ratio(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        if (numerators.Length != denominators.Length)
        {
            throw new ArgumentException($"{numerators.Length} numerators for {denominators.Length} denominators.", nameof(denominators));
        }

        double[] tops = new double[numerators.Length];
        double[] bottoms = new double[numerators.Length];
        int tunes = 0;
        double top = 0;
        double bottom = 0;
        for (int tune = 0; tune < numerators.Length; tune++)
        {
            if (denominators[tune] > 0)
            {
                tops[tunes] = numerators[tune];
                bottoms[tunes++] = denominators[tune];
                top += numerators[tune];
                bottom += denominators[tune];
            }
        }

        if (tunes == 0)
        {
            return Estimate.Undefined;
        }

        RandomState random = new(seed);
        double[] found = new double[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            double drawnTop = 0;
            double drawnBottom = 0;
            for (int i = 0; i < tunes; i++)
            {
                int tune = random.NextBelow(tunes);
                drawnTop += tops[tune];
                drawnBottom += bottoms[tune];
            }

            found[draw] = drawnTop / drawnBottom;
        }

        (double low, double high) = PercentileInterval.OfUnsorted(found, Tail);
        return new Estimate(top / bottom, low, high, tunes);
    }

    /// <summary>A mean over tunes.</summary>
    /// <param name="values">One a tune; NaN where the tune has none, which leaves it out.</param>
    public Estimate Mean(ReadOnlySpan<double> values)
    {
        double[] tops = new double[values.Length];
        double[] bottoms = new double[values.Length];
        for (int tune = 0; tune < values.Length; tune++)
        {
            bottoms[tune] = double.IsNaN(values[tune]) ? 0 : 1;
            tops[tune] = bottoms[tune] > 0 ? values[tune] : 0;
        }

        return Ratio(tops, bottoms);
    }

    /// <summary>The divergence, in bits, of what a set of tunes holds from a reference.</summary>
    /// <remarks>
    /// Drawing tunes raises a divergence as sampling itself does, so the percentiles are moved by the difference of the draws' mean from
    /// the value: the interval speaks of the spread alone. The reference is not drawn.
    /// </remarks>
    /// <param name="histograms">One a tune, each with the bins of <paramref name="reference"/>; an empty one has no say and is not
    /// counted.</param>
    /// <param name="reference">The reference's counts.</param>
    /// <exception cref="ArgumentException">A histogram has another number of bins.</exception>
    public Estimate Divergence(IReadOnlyList<Histogram> histograms, Histogram reference)
    {
        ArgumentNullException.ThrowIfNull(histograms);
        ArgumentNullException.ThrowIfNull(reference);
        List<Histogram> filled = [.. histograms.Where(histogram => histogram.Total > 0)];
        if (filled.Count == 0 || reference.Total == 0)
        {
            return Estimate.Undefined;
        }

        double[] counts = new double[reference.Bins];
        foreach (Histogram histogram in filled)
        {
            histogram.AddTo(counts);
        }

        double[] referenceCounts = new double[reference.Bins];
        reference.AddTo(referenceCounts);
        double value = JensenShannonDivergence.Of(counts, referenceCounts);
        RandomState random = new(seed);
        double[] found = new double[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            Array.Clear(counts);
            for (int i = 0; i < filled.Count; i++)
            {
                filled[random.NextBelow(filled.Count)].AddTo(counts);
            }

            found[draw] = JensenShannonDivergence.Of(counts, referenceCounts);
        }

        double shift = value - (found.Sum() / draws);
        (double low, double high) = PercentileInterval.OfUnsorted(found, Tail);
        return new Estimate(value, Math.Clamp(low + shift, 0, value), Math.Clamp(high + shift, value, 1), filled.Count);
    }
}
