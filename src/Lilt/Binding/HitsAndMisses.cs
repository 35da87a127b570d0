using Lilt.Statistics;

namespace Lilt.Binding;

/// <summary>At which events of one tune a unit spikes: for statements such as "in every step but three". Immutable.</summary>
public sealed class HitsAndMisses
{
    private HitsAndMisses(double threshold, List<int> hits, List<int> misses, List<int> strays)
    {
        Threshold = threshold;
        Hits = hits;
        Misses = misses;
        Strays = strays;
    }

    /// <summary>The midpoint of the median of |h| at events and its median off events.</summary>
    public double Threshold { get; }

    /// <summary>The steps of events at which |h| exceeds the threshold, ascending; steps of the tune, the header's counted.</summary>
    public IReadOnlyList<int> Hits { get; }

    /// <summary>The steps of the other events.</summary>
    public IReadOnlyList<int> Misses { get; }

    /// <summary>The steps off events at which |h| exceeds it too.</summary>
    public IReadOnlyList<int> Strays { get; }

    /// <summary>Sorts the events of a tune.</summary>
    /// <param name="tune">A tune with the event at some counted steps and not at others.</param>
    /// <param name="unit">From 0 to U − 1.</param>
    /// <exception cref="ArgumentException">The event took place at every counted step or at none.</exception>
    public static HitsAndMisses Of(TuneEvents tune, int unit)
    {
        ArgumentNullException.ThrowIfNull(tune);
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, tune.Sequences.Units);
        if (!tune.HasContrast)
        {
            throw new ArgumentException(
                $"The event took place at {tune.EventCount} of {tune.Count} steps: there is nothing to tell apart.",
                nameof(tune)
            );
        }

        List<double> at = [];
        List<double> off = [];
        for (int step = 0; step < tune.Count; step++)
        {
            (tune.Counted[step] ? at : off).Add(Magnitude(tune, unit, step));
        }

        double threshold = (Quantile.Median([.. at.Order()]) + Quantile.Median([.. off.Order()])) / 2;
        List<int> hits = [];
        List<int> misses = [];
        List<int> strays = [];
        for (int step = 0; step < tune.Count; step++)
        {
            bool exceeds = Magnitude(tune, unit, step) > threshold;
            if (tune.Counted[step])
            {
                (exceeds ? hits : misses).Add(tune.First + step);
            }
            else if (exceeds)
            {
                strays.Add(tune.First + step);
            }
        }

        return new HitsAndMisses(threshold, hits, misses, strays);
    }

    private static double Magnitude(TuneEvents tune, int unit, int step) => Math.Abs(tune.Sequences.Step(tune.First + step)[unit]);
}
