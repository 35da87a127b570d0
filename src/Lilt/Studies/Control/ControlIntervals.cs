using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Studies.Control;

/// <summary>The control's intervals: tunes, and random sets, are drawn again with replacement.</summary>
internal sealed class ControlIntervals
{
    /// <summary>
    /// The share of the uncut network's value under which the random sets' mean change is called none, so that the target's is not held
    /// against it as a ratio.
    /// </summary>
    public const double NoChange = 0.01;

    /// <summary>
    /// A resample's excess is cut off here: with random sets that change next to nothing the ratio is as large as may be.
    /// </summary>
    private const double LargestExcess = 1000;

    private readonly double[][] times;
    private readonly Seed setSeed;

    /// <param name="tunes">Tunes of the tables to come.</param>
    /// <param name="resamples">Draws behind an interval.</param>
    /// <param name="seed">Of the draws.</param>
    public ControlIntervals(int tunes, int resamples, Seed seed)
    {
        times = [.. Resamples.Draw(tunes, resamples, seed.Derive("control tunes")).Select(draw => Times(draw, tunes))];
        setSeed = seed.Derive("control sets");
    }

    /// <summary>Of the uncut network's own value.</summary>
    public ControlInterval OfUncut(TuneTable table, double level) => Percentiles([.. times.Select(draw => table.Value(0, draw))], level);

    /// <summary>Of T, of T − mean R, and of the excess (mean R − T)/|mean R|; with it the excess itself.</summary>
    public (ControlInterval Target, ControlInterval Difference, double? Excess, ControlInterval? ExcessInterval) Of(
        TuneTable table,
        double level
    )
    {
        int sets = table.Networks - 2;
        double[] targets = new double[times.Length];
        double[] differences = new double[times.Length];
        double[] excesses = new double[times.Length];
        double[] random = new double[sets];
        SplitMix64 generator = new(setSeed);
        for (int draw = 0; draw < times.Length; draw++)
        {
            double uncut = table.Value(0, times[draw]);
            for (int set = 0; set < sets; set++)
            {
                random[set] = table.Value(set + 2, times[draw]) - uncut;
            }

            double sum = 0;
            for (int n = 0; n < sets; n++)
            {
                sum += random[generator.Below(sets)];
            }

            targets[draw] = table.Value(1, times[draw]) - uncut;
            differences[draw] = targets[draw] - (sum / sets);
            excesses[draw] = Excess(targets[draw], sum / sets);
        }

        double whole = table.Value(0);
        double mean = Enumerable.Range(2, sets).Average(table.Value) - whole;
        bool isRatio = Math.Abs(mean) >= NoChange * Math.Abs(whole) && mean != 0;
        return (
            Percentiles(targets, level),
            Percentiles(differences, level),
            isRatio ? Excess(table.Value(1) - whole, mean) : null,
            isRatio ? Percentiles(excesses, level) : null
        );
    }

    private static double Excess(double target, double mean) =>
        mean == target ? 0 : Math.Clamp((mean - target) / Math.Abs(mean), -LargestExcess, LargestExcess);

    private static double[] Times(int[] draw, int tunes)
    {
        double[] times = new double[tunes];
        foreach (int tune in draw)
        {
            times[tune]++;
        }

        return times;
    }

    private static ControlInterval Percentiles(double[] values, double level)
    {
        (double low, double high) = PercentileInterval.OfUnsorted(values, (1 - level) / 2);
        return new ControlInterval(low, high);
    }
}
