namespace Lilt.Statistics;

/// <summary>
/// The mean of one curve a tune, and a percentile interval of it by resampling tunes: what speaks of the model and not of one run.
/// </summary>
public sealed class CurveInterval
{
    private CurveInterval(double[] low, double[] mean, double[] high)
    {
        Low = low;
        Mean = mean;
        High = high;
    }

    /// <summary>The lower end at each point.</summary>
    public IReadOnlyList<double> Low { get; }

    /// <summary>The mean over the tunes at each point.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>The upper end at each point.</summary>
    public IReadOnlyList<double> High { get; }

    /// <summary>Resamples tunes.</summary>
    /// <param name="curves">One curve a tune, all of one length (for spectra: made on one grid), at least two tunes.</param>
    /// <param name="resamples">Each an array of as many tune numbers as there are tunes, drawn with replacement; at least two.</param>
    /// <param name="level">The interval's level, between 0 and 1; 0.95 unless given.</param>
    /// <exception cref="ArgumentException">Too few or unequal curves, or a resample of the wrong size.</exception>
    public static CurveInterval OverTunes(IReadOnlyList<double[]> curves, IReadOnlyList<int[]> resamples, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentNullException.ThrowIfNull(resamples);
        if (curves.Count < 2 || resamples.Count < 2)
        {
            throw new ArgumentException(
                $"An interval needs two tunes and two resamples; there are {curves.Count} and {resamples.Count}.",
                nameof(curves)
            );
        }

        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is between 0 and 1.");
        }

        int points = curves[0].Length;
        if (curves.Any(curve => curve.Length != points) || resamples.Any(draw => draw.Length != curves.Count))
        {
            throw new ArgumentException(
                "The curves are not of one length, or a resample is not of as many tunes as there are.",
                nameof(curves)
            );
        }

        double[] means = new double[resamples.Count];
        double[] low = new double[points];
        double[] mean = new double[points];
        double[] high = new double[points];
        for (int point = 0; point < points; point++)
        {
            foreach (double[] curve in curves)
            {
                mean[point] += curve[point] / curves.Count;
            }

            for (int sample = 0; sample < means.Length; sample++)
            {
                double sum = 0;
                foreach (int tune in resamples[sample])
                {
                    sum += curves[tune][point];
                }

                means[sample] = sum / curves.Count;
            }

            (low[point], high[point]) = PercentileInterval.OfUnsorted(means, (1 - level) / 2);
        }

        return new CurveInterval(low, mean, high);
    }
}
