namespace Lilt.Binding;

/// <summary>The correlation of units with an event over the counted steps of one tune.</summary>
/// <remarks>Source: R. F. Tate, "Correlation between a discrete and a continuous variable. Point-biserial correlation", Ann. Math. Statist. 25 (1954).</remarks>
public static class PointBiserial
{
    /// <summary>r of each unit. Of one tune alone it is descriptive: its steps are autocorrelated and no p belongs to it.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="rectify">Correlate |h| in place of h.</param>
    /// <returns>[U], from −1 to 1; 0 for a unit that never moves, and for all if the event took place at every counted step or at none.</returns>
    public static double[] Correlations(TuneEvents tune, bool rectify)
    {
        ArgumentNullException.ThrowIfNull(tune);
        int units = tune.Sequences.Units;
        float[] standardised = new float[tune.Count * units];
        double[] correlations = new double[units];
        if (tune.HasContrast)
        {
            Standardise(tune, rectify, standardised);
            double scale = EventScale(tune);
            ReadOnlySpan<bool> events = tune.Counted;
            for (int step = 0; step < tune.Count; step++)
            {
                for (int unit = 0; unit < units && events[step]; unit++)
                {
                    correlations[unit] += scale * standardised[(step * units) + unit];
                }
            }
        }

        return correlations;
    }

    /// <summary>Takes each unit's mean off and divides by its norm, so that a sum over the events times <see cref="EventScale"/> is r.</summary>
    /// <param name="tune">n counted steps.</param>
    /// <param name="rectify">Take |h| first.</param>
    /// <param name="destination">[n, U]; a unit that never moves is 0 throughout.</param>
    internal static void Standardise(TuneEvents tune, bool rectify, Span<float> destination)
    {
        int units = tune.Sequences.Units;
        double[] mean = new double[units];
        double[] norm = new double[units];
        for (int step = 0; step < tune.Count; step++)
        {
            ReadOnlySpan<float> values = tune.Sequences.Step(tune.First + step);
            for (int unit = 0; unit < units; unit++)
            {
                mean[unit] += rectify ? Math.Abs(values[unit]) : values[unit];
            }
        }

        for (int unit = 0; unit < units; unit++)
        {
            mean[unit] /= tune.Count;
        }

        for (int step = 0; step < tune.Count; step++)
        {
            ReadOnlySpan<float> values = tune.Sequences.Step(tune.First + step);
            for (int unit = 0; unit < units; unit++)
            {
                double apart = (rectify ? Math.Abs(values[unit]) : values[unit]) - mean[unit];
                norm[unit] += apart * apart;
            }
        }

        for (int unit = 0; unit < units; unit++)
        {
            // The mean of equal values can miss them by its rounding; what is left of such a unit is no movement.
            double rounding = 1e-14 * Math.Abs(mean[unit]);
            norm[unit] = norm[unit] > tune.Count * rounding * rounding ? 1 / Math.Sqrt(norm[unit]) : 0;
        }

        for (int step = 0; step < tune.Count; step++)
        {
            ReadOnlySpan<float> values = tune.Sequences.Step(tune.First + step);
            Span<float> row = destination.Slice(step * units, units);
            for (int unit = 0; unit < units; unit++)
            {
                row[unit] = (float)(((rectify ? Math.Abs(values[unit]) : values[unit]) - mean[unit]) * norm[unit]);
            }
        }
    }

    /// <summary>1 over the norm of the event train less its mean.</summary>
    internal static double EventScale(TuneEvents tune)
    {
        double share = (double)tune.EventCount / tune.Count;
        return 1 / Math.Sqrt(tune.Count * share * (1 - share));
    }
}
