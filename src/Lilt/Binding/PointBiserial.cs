using System.Numerics;

namespace Lilt.Binding;

/// <summary>The correlation of units with an event over the counted steps of one tune.</summary>
/// <remarks>
/// Source: R. F. Tate, "Correlation between a discrete and a continuous variable. Point-biserial correlation", Ann. Math. Statist. 25
/// (1954).
/// </remarks>
public static class PointBiserial
{
    /// <summary>r of each unit. Of one tune alone it is descriptive: its steps are autocorrelated and no p belongs to it.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="rectify">Correlate |h| in place of h.</param>
    /// <returns>[U], from −1 to 1; 0 for a unit that never moves, and for all if the event took place at every counted step or at
    /// none.</returns>
    public static double[] Correlations(TuneEvents tune, bool rectify)
    {
        ArgumentNullException.ThrowIfNull(tune);
        int units = tune.Sequences.Units;
        int width = Padded(units);
        float[] standardised = new float[tune.Count * width];
        double[] correlations = new double[units];
        if (tune.HasContrast)
        {
            Standardise(tune, 0, rectify, standardised, width);
            double scale = EventScale(tune);
            ReadOnlySpan<bool> events = tune.Counted;
            for (int step = 0; step < tune.Count; step++)
            {
                for (int unit = 0; unit < units && events[step]; unit++)
                {
                    correlations[unit] += scale * standardised[(step * width) + unit];
                }
            }
        }

        return correlations;
    }

    /// <summary>
    /// Takes each unit's mean off and divides by its norm, so that a sum over the events times <see cref="EventScale"/> is r.
    /// </summary>
    /// <param name="tune">n counted steps.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="rectify">Take |h| first.</param>
    /// <param name="destination">[n, W]: the units from the first on, zeros past the layer's last; a unit that never moves is 0
    /// throughout.</param>
    /// <param name="width">W, a multiple of the lanes of a vector of float.</param>
    internal static void Standardise(TuneEvents tune, int first, bool rectify, Span<float> destination, int width)
    {
        int units = Math.Min(width, tune.Sequences.Units - first);
        int lanes = Vector<double>.Count;
        double[] mean = new double[width];
        double[] norm = new double[width];
        for (int step = 0; step < tune.Count; step++)
        {
            Span<float> row = destination.Slice(step * width, width);
            row.Clear();
            tune.Sequences.Step(tune.First + step).Slice(first, units).CopyTo(row);
            for (int at = 0; at < width; at += Vector<float>.Count)
            {
                Vector<float> values = new(row[at..]);
                values = rectify ? Vector.Abs(values) : values;
                values.CopyTo(row[at..]);
                Vector.Widen(values, out Vector<double> low, out Vector<double> high);
                (new Vector<double>(mean, at) + low).CopyTo(mean, at);
                (new Vector<double>(mean, at + lanes) + high).CopyTo(mean, at + lanes);
            }
        }

        for (int unit = 0; unit < width; unit++)
        {
            mean[unit] /= tune.Count;
        }

        for (int step = 0; step < tune.Count; step++)
        {
            ReadOnlySpan<float> row = destination.Slice(step * width, width);
            for (int at = 0; at < width; at += Vector<float>.Count)
            {
                Vector.Widen(new Vector<float>(row[at..]), out Vector<double> low, out Vector<double> high);
                low -= new Vector<double>(mean, at);
                high -= new Vector<double>(mean, at + lanes);
                (new Vector<double>(norm, at) + (low * low)).CopyTo(norm, at);
                (new Vector<double>(norm, at + lanes) + (high * high)).CopyTo(norm, at + lanes);
            }
        }

        for (int unit = 0; unit < width; unit++)
        {
            // The mean of equal values can miss them by its rounding; what is left of such a unit is no movement.
            double rounding = 1e-14 * Math.Abs(mean[unit]);
            norm[unit] = norm[unit] > tune.Count * rounding * rounding ? 1 / Math.Sqrt(norm[unit]) : 0;
        }

        for (int step = 0; step < tune.Count; step++)
        {
            Span<float> row = destination.Slice(step * width, width);
            for (int at = 0; at < width; at += Vector<float>.Count)
            {
                Vector.Widen(new Vector<float>(row[at..]), out Vector<double> low, out Vector<double> high);
                low = (low - new Vector<double>(mean, at)) * new Vector<double>(norm, at);
                high = (high - new Vector<double>(mean, at + lanes)) * new Vector<double>(norm, at + lanes);
                Vector.Narrow(low, high).CopyTo(row[at..]);
            }
        }
    }

    /// <summary>Units, and zeros up to a whole number of vectors.</summary>
    internal static int Padded(int units) => (units + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>1 over the norm of the event train less its mean.</summary>
    internal static double EventScale(TuneEvents tune)
    {
        double share = (double)tune.EventCount / tune.Count;
        return 1 / Math.Sqrt(tune.Count * share * (1 - share));
    }
}
