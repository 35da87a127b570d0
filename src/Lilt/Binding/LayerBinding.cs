using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Binding;

/// <summary>How the units of a layer go with an event over many tunes, and how often chance alone does as well.</summary>
/// <remarks>
/// The statistic is the pooled z = Σ n_j atanh r_j / Σ n_j over tunes j of n_j counted steps. Steps are autocorrelated, so the null never
/// shuffles them: it shifts each tune's event train circularly by an offset of its own, drawn evenly from 0 to n_j − 1. p = (1 + b)/(1 +
/// shifts), b the number of shifts whose largest |z| in the layer is at least the unit's: corrected for the number of units. Tunes in which
/// the event took place at every step or at none say nothing and are left out. Sums over tunes are float32, one order in all lanes.
/// Immutable. Source: P. H. Westfall and S. S. Young, "Resampling-based multiple testing" (1993), the single-step maximum.
/// </remarks>
public sealed class LayerBinding
{
    private readonly float[] pooled;
    private readonly float[] largest;

    private LayerBinding(float[] pooled, float[] largest, int tunes)
    {
        this.pooled = pooled;
        this.largest = largest;
        Tunes = tunes;
    }

    /// <summary>How many tunes say something about the event.</summary>
    public int Tunes { get; }

    /// <summary>U.</summary>
    public int Units => pooled.Length;

    /// <summary>The largest |z| of each shift, ascending.</summary>
    public ReadOnlySpan<float> LargestByChance => largest;

    /// <summary>Tests all units of a layer.</summary>
    /// <param name="tunes">At least two that have a contrast, of the same units.</param>
    /// <param name="options">Shifts and seed.</param>
    /// <exception cref="ArgumentException">Fewer than two tunes have both the event and its absence, or the tunes' units differ in
    /// number.</exception>
    public static LayerBinding Test(IReadOnlyList<TuneEvents> tunes, BindingOptions options)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Shifts, 1, nameof(options));
        List<TuneEvents> telling = [.. tunes.Where(tune => tune.HasContrast)];
        if (telling.Count < 2)
        {
            throw new ArgumentException(
                $"{telling.Count} of {tunes.Count} tunes hold both the event and its absence; a test over tunes needs two.",
                nameof(tunes)
            );
        }

        int units = telling[0].Sequences.Units;
        if (telling.Exists(tune => tune.Sequences.Units != units))
        {
            throw new ArgumentException("The tunes' units differ in number.", nameof(tunes));
        }

        float[] pooled = new float[units];
        float[] largest = new float[options.Shifts];
        ShiftedUnits shifted = new(telling, options.Rectify);
        int[] rows = Rows(telling, shifted.Begins, options);
        for (int first = 0; first < units; first += ShiftedUnits.Most)
        {
            shifted.Take(first);
            shifted.CopyPooled(pooled.AsSpan(first, Math.Min(ShiftedUnits.Most, units - first)));
            shifted.RaiseLargest(rows, largest);
        }

        Array.Sort(largest);
        return new LayerBinding(pooled, largest, telling.Count);
    }

    /// <summary>A unit's pooled z; positive if h (or |h|) is higher at the event.</summary>
    public double Z(int unit) => pooled[unit];

    /// <summary>A unit's p, corrected for the number of units: from 1/(1 + shifts) to 1.</summary>
    public double P(int unit)
    {
        float observed = Math.Abs(pooled[unit]);
        int below = 0;
        int above = largest.Length;
        while (below < above)
        {
            int middle = (below + above) / 2;
            if (largest[middle] < observed)
            {
                below = middle + 1;
            }
            else
            {
                above = middle;
            }
        }

        return PermutationP.Of(largest.Length - below, largest.Length);
    }

    /// <summary>All units, the largest |z| first, equal ones by unit.</summary>
    public int[] Ranked() => Ranking.Descending([.. pooled.Select(z => (double)Math.Abs(z))]);

    // [shifts, tunes]: the row of each tune's event train shifted by a random offset.
    private static int[] Rows(List<TuneEvents> tunes, ReadOnlySpan<int> begins, BindingOptions options)
    {
        int[] rows = new int[checked(options.Shifts * tunes.Count)];
        SplitMix64 generator = new(options.Seed.Derive("circular shifts"));
        for (int at = 0; at < rows.Length; at++)
        {
            int tune = at % tunes.Count;
            rows[at] = begins[tune] + generator.Below(tunes[tune].Count);
        }

        return rows;
    }
}
