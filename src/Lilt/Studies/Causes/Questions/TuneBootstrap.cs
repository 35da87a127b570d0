using Lilt.Randomness;
using Lilt.Statistics;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>Intervals of means over pairs, by drawing tunes again: a tune has one weight, as target and as donor.</summary>
/// <remarks>
/// A pair's weight is the product of its two tunes' weights, so that what pairs share with one tune is not taken for evidence twice.
/// Source: A. B. Owen, "The pigeonhole bootstrap", Annals of Applied Statistics 1(2), 2007.
/// </remarks>
internal sealed class TuneBootstrap
{
    private const int Resampled = 1000;

    private readonly int[][] weights;
    private readonly double tail;

    /// <summary>The level of the intervals, 0 to 1.</summary>
    public double Level => 1 - (2 * tail);

    /// <param name="tunes">How many tunes there are.</param>
    /// <param name="level">The intervals' level is one less this: the share of them that may miss.</param>
    /// <param name="seed">Of the resamples.</param>
    public TuneBootstrap(int tunes, double level, Seed seed)
    {
        tail = level / 2;
        weights = new int[Resampled][];
        int[][] draws = Resamples.Draw(Math.Max(tunes, 1), Resampled, seed);
        for (int draw = 0; draw < Resampled; draw++)
        {
            weights[draw] = new int[Math.Max(tunes, 1)];
            foreach (int tune in draws[draw])
            {
                weights[draw][tune]++;
            }
        }
    }

    /// <summary>A mean over pairs.</summary>
    /// <returns>Null where there is no pair.</returns>
    public Estimate? Mean(IReadOnlyList<SwapPair> pairs, IReadOnlyList<double> values) =>
        Ratio(pairs, values, [.. values.Select(_ => 1.0)]);

    /// <summary>A mean of values that have to do with a tune, or with two.</summary>
    /// <returns>Null where there is no value.</returns>
    public Estimate? Mean(IReadOnlyList<(int Tune, int? Donor, double Value)> of) =>
        Of(weight =>
        {
            double sum = 0;
            double all = 0;
            foreach ((int tune, int? donor, double value) in of)
            {
                double by = weight is null ? 1 : weight[tune] * (donor is { } other ? weight[other] : 1);
                sum += by * value;
                all += by;
            }

            return (sum, all);
        });

    /// <summary>A sum over pairs divided by another.</summary>
    /// <param name="pairs">The pairs, targets and donors of one material.</param>
    /// <param name="above">A value a pair.</param>
    /// <param name="below">The divisor's value a pair.</param>
    /// <returns>Null where there is no pair, or the divisor is 0 or changes its sign between resamples.</returns>
    public Estimate? Ratio(IReadOnlyList<SwapPair> pairs, IReadOnlyList<double> above, IReadOnlyList<double> below) =>
        Of(weight =>
        {
            double up = 0;
            double down = 0;
            for (int n = 0; n < pairs.Count; n++)
            {
                double of = weight is null ? 1 : weight[pairs[n].Target.Tune] * weight[pairs[n].Donor.Tune];
                up += of * above[n];
                down += of * below[n];
            }

            return (up, down);
        });

    /// <summary>A sum over tunes' things divided by another, where only one tune has to do with each.</summary>
    /// <param name="tunes">Whose each is.</param>
    /// <param name="above">A value each.</param>
    /// <param name="below">The divisor's value each.</param>
    public Estimate? Ratio(IReadOnlyList<int> tunes, IReadOnlyList<double> above, IReadOnlyList<double> below) =>
        Of(weight =>
        {
            double up = 0;
            double down = 0;
            for (int n = 0; n < tunes.Count; n++)
            {
                double of = weight is null ? 1 : weight[tunes[n]];
                up += of * above[n];
                down += of * below[n];
            }

            return (up, down);
        });

    /// <summary>How far a mean of things of tunes is over the highest of other means.</summary>
    /// <param name="of">Whose each is, and its value.</param>
    /// <param name="over">The same of the others.</param>
    /// <returns>Null where one is empty in many resamples.</returns>
    public Estimate? Rise(IReadOnlyList<(int Tune, double Value)> of, IReadOnlyList<IReadOnlyList<(int Tune, double Value)>> over)
    {
        double[] found = [.. weights.Select(weight => Over(weight)).Where(double.IsFinite)];
        if (found.Length < Resampled * (1 - tail))
        {
            return null;
        }

        PercentileInterval interval = PercentileInterval.OfUnsorted(found, tail);
        return new Estimate(Over(null), interval.Low, interval.High);

        double Over(int[]? weight) =>
            Mean(of, weight) - over.Select(other => Mean(other, weight)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
    }

    private static double Mean(IReadOnlyList<(int Tune, double Value)> of, int[]? weight)
    {
        double sum = 0;
        double all = 0;
        foreach ((int tune, double value) in of)
        {
            double by = weight is null ? 1 : weight[tune];
            sum += by * value;
            all += by;
        }

        return all == 0 ? double.NaN : sum / all;
    }

    private Estimate? Of(Func<int[]?, (double Above, double Below)> sums)
    {
        (double above, double below) = sums(null);
        if (below == 0)
        {
            return null;
        }

        double[] found = new double[Resampled];
        int kept = 0;
        foreach (int[] weight in weights)
        {
            (double up, double down) = sums(weight);
            if (Math.Sign(down) == Math.Sign(below))
            {
                found[kept++] = up / down;
            }
        }

        // A divisor that may as well be 0 divides nothing.
        if (kept < Resampled * (1 - tail))
        {
            return null;
        }

        PercentileInterval interval = PercentileInterval.OfUnsorted(found.AsSpan(0, kept), tail);
        return new Estimate(above / below, interval.Low, interval.High);
    }
}
