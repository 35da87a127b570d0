using Lilt.Randomness;
using MathNet.Numerics.Statistics;

namespace Lilt.Studies.Control;

/// <summary>The control's p-values and intervals.</summary>
/// <remarks>
/// Source: B. Phipson and G. Smyth, "Permutation P-values should never be zero", Stat. Appl. Genet. Mol. Biol. 9(1), 2010; S. Holm,
/// "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6, 1979; B. Efron and R. Tibshirani, "An
/// Introduction to the Bootstrap", 1993, chapter 13.
/// </remarks>
internal sealed class ControlStatistics
{
    private const double LowTail = 0.025;
    private const double HighTail = 0.975;

    private readonly int layers;
    private readonly int sets;
    private readonly int[] allTunes;
    private readonly int[][] tuneDraws;
    private readonly int[][] setDraws;

    /// <param name="layers">Targets.</param>
    /// <param name="sets">K.</param>
    /// <param name="tunes">Tunes.</param>
    /// <param name="resamples">Draws behind an interval.</param>
    /// <param name="seed">Of the draws.</param>
    public ControlStatistics(int layers, int sets, int tunes, int resamples, ulong seed)
    {
        this.layers = layers;
        this.sets = sets;
        allTunes = [.. Enumerable.Range(0, tunes)];
        tuneDraws = Resamples.Draw(tunes, resamples, seed);
        setDraws = Resamples.Draw(sets, resamples, ~seed);
    }

    /// <summary>The network of a target, or of one of its random sets.</summary>
    /// <param name="target">From 0.</param>
    /// <param name="set">From 0; −1 for the target itself.</param>
    /// <param name="sets">K.</param>
    public static int NetworkOf(int target, int set, int sets) => 2 + (target * (sets + 1)) + set;

    /// <summary>(1 + the number of random changes at least as harmful as the target's) / (K + 1).</summary>
    public static double P(double target, IReadOnlyList<double> random, ControlHarm harm)
    {
        int asHarmful = random.Count(change => harm == ControlHarm.Less ? change <= target : change >= target);
        return (1.0 + asHarmful) / (random.Count + 1);
    }

    /// <summary>Holm's adjustment: the k-th smallest of m is multiplied by m − k + 1, and none is under a smaller one's.</summary>
    public static double[] Holm(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double largest = 0;
        int factor = p.Count;
        foreach (int index in Enumerable.Range(0, p.Count).OrderBy(index => p[index]))
        {
            largest = Math.Max(largest, Math.Min(1, factor * p[index]));
            adjusted[index] = largest;
            factor--;
        }

        return adjusted;
    }

    /// <summary>The uncut network's value.</summary>
    public double Baseline(TuneTable table) => table.Value(0, allTunes);

    /// <summary>What cutting did, for every target.</summary>
    /// <param name="table">The measure.</param>
    /// <param name="targets">Their layers.</param>
    /// <param name="harm">Which way is harm.</param>
    public IReadOnlyList<ControlEffect> Effects(TuneTable table, IReadOnlyList<ControlTarget> targets, ControlHarm harm)
    {
        double baseline = Baseline(table);
        ControlEffect[] effects = new ControlEffect[layers];
        for (int target = 0; target < layers; target++)
        {
            double change = table.Value(NetworkOf(target, -1, sets), allTunes) - baseline;
            double[] random = new double[sets];
            for (int set = 0; set < sets; set++)
            {
                random[set] = table.Value(NetworkOf(target, set, sets), allTunes) - baseline;
            }

            effects[target] = new ControlEffect
            {
                Layer = targets[target].Layer,
                Target = change,
                Random = random,
                P = harm == ControlHarm.None ? null : P(change, random, harm),
                Holm = null,
                Interval = DifferenceInterval(table, target),
                TargetInterval = ChangeInterval(table, target),
            };
        }

        if (harm != ControlHarm.None)
        {
            double[] holm = Holm([.. effects.Select(effect => effect.P!.Value)]);
            for (int target = 0; target < layers; target++)
            {
                effects[target] = effects[target] with { Holm = holm[target] };
            }
        }

        return effects;
    }

    /// <summary>Of T − mean R: the baseline falls out of it.</summary>
    private ControlInterval DifferenceInterval(TuneTable table, int target)
    {
        double[] differences = new double[tuneDraws.Length];
        double[] random = new double[sets];
        for (int draw = 0; draw < differences.Length; draw++)
        {
            for (int set = 0; set < sets; set++)
            {
                random[set] = table.Value(NetworkOf(target, set, sets), tuneDraws[draw]);
            }

            double sum = 0;
            foreach (int set in setDraws[draw])
            {
                sum += random[set];
            }

            differences[draw] = table.Value(NetworkOf(target, -1, sets), tuneDraws[draw]) - (sum / sets);
        }

        return Percentiles(differences);
    }

    private ControlInterval ChangeInterval(TuneTable table, int target)
    {
        double[] changes = new double[tuneDraws.Length];
        for (int draw = 0; draw < changes.Length; draw++)
        {
            changes[draw] = table.Value(NetworkOf(target, -1, sets), tuneDraws[draw]) - table.Value(0, tuneDraws[draw]);
        }

        return Percentiles(changes);
    }

    private static ControlInterval Percentiles(double[] values)
    {
        Array.Sort(values);
        return new ControlInterval(
            SortedArrayStatistics.QuantileCustom(values, LowTail, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(values, HighTail, QuantileDefinition.R7));
    }
}
