namespace Lilt.Binding;

/// <summary>
/// A unit's mean around the events of one tune, with its standard error over those events: descriptive, since the events of one tune are
/// not independent. Immutable.
/// </summary>
/// <remarks>Over many tunes <see cref="EventLockedAverage"/> has an error that speaks of the model.</remarks>
public sealed class EventSurroundings
{
    private EventSurroundings(int[] offsets, double[] mean, double?[] error)
    {
        Offsets = offsets;
        Mean = mean;
        StandardError = error;
    }

    /// <summary>Steps from the event, ascending; those at which no counted step stands are left out.</summary>
    public IReadOnlyList<int> Offsets { get; }

    /// <summary>The mean of the unit at each offset.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>sd/√n over the n events with a counted step there; null for one.</summary>
    public IReadOnlyList<double?> StandardError { get; }

    /// <summary>Averages a unit around the events.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="unit">From 0 to U − 1.</param>
    /// <param name="reach">Steps to either side, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit or the reach is out of range.</exception>
    public static EventSurroundings Of(TuneEvents tune, int unit, int reach = EventLockedAverage.DefaultReach)
    {
        ArgumentNullException.ThrowIfNull(tune);
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, tune.Sequences.Units);
        ArgumentOutOfRangeException.ThrowIfNegative(reach);
        List<int> offsets = [];
        List<double> means = [];
        List<double?> errors = [];
        for (int offset = -reach; offset <= reach; offset++)
        {
            double[] values = [.. At(tune, unit, offset)];
            if (values.Length == 0)
            {
                continue;
            }

            double mean = values.Average();
            offsets.Add(offset);
            means.Add(mean);
            errors.Add(
                values.Length > 1
                    ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length)
                    : null
            );
        }

        return new EventSurroundings([.. offsets], [.. means], [.. errors]);
    }

    private static List<double> At(TuneEvents tune, int unit, int offset)
    {
        List<double> values = [];
        ReadOnlySpan<bool> events = tune.Counted;
        for (int step = 0; step < events.Length; step++)
        {
            int at = step + offset;
            if (events[step] && at >= 0 && at < events.Length)
            {
                values.Add(tune.Sequences.Step(tune.First + at)[unit]);
            }
        }

        return values;
    }
}
