namespace Lilt.Binding;

/// <summary>A unit's mean around an event over many tunes. Immutable.</summary>
public sealed class EventLockedAverage
{
    /// <summary>Steps to either side, 9 unless given: a measure of the article's tune.</summary>
    public const int DefaultReach = 9;

    private EventLockedAverage(double[] mean, double?[] standardError, int[] tunes)
    {
        Mean = mean;
        StandardError = standardError;
        Tunes = tunes;
    }

    /// <summary>
    /// The mean over tunes of each tune's mean of h at −reach … +reach steps from its events; not a number where no tune has such a step.
    /// </summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Its standard error over tunes, sd/√tunes; null where there are fewer than two.</summary>
    public IReadOnlyList<double?> StandardError { get; }

    /// <summary>How many tunes have a counted step at that distance from an event.</summary>
    public IReadOnlyList<int> Tunes { get; }

    /// <summary>Averages h around the events of each tune, then over tunes. Steps outside a tune's counted ones are left out.</summary>
    /// <param name="tunes">The tunes; those without the event add nothing.</param>
    /// <param name="unit">From 0 to U − 1.</param>
    /// <param name="reach">Steps to either side, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit or the reach is out of range.</exception>
    public static EventLockedAverage Of(IReadOnlyList<TuneEvents> tunes, int unit, int reach = DefaultReach)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfNegative(reach);
        int length = (2 * reach) + 1;
        double[] mean = new double[length];
        double?[] error = new double?[length];
        int[] counts = new int[length];
        for (int place = 0; place < length; place++)
        {
            List<double> means = [];
            foreach (TuneEvents tune in tunes)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, tune.Sequences.Units);
                if (MeanAt(tune, unit, place - reach) is double value)
                {
                    means.Add(value);
                }
            }

            counts[place] = means.Count;
            mean[place] = means.Count > 0 ? means.Sum() / means.Count : double.NaN;
            if (means.Count > 1)
            {
                double squares = means.Sum(value => (value - mean[place]) * (value - mean[place]));
                error[place] = Math.Sqrt(squares / (means.Count - 1) / means.Count);
            }
        }

        return new EventLockedAverage(mean, error, counts);
    }

    private static double? MeanAt(TuneEvents tune, int unit, int distance)
    {
        double sum = 0;
        int count = 0;
        ReadOnlySpan<bool> events = tune.Counted;
        for (int step = 0; step < events.Length; step++)
        {
            int at = step + distance;
            if (events[step] && at >= 0 && at < events.Length)
            {
                sum += tune.Sequences.Step(tune.First + at)[unit];
                count++;
            }
        }

        return count > 0 ? sum / count : null;
    }
}
