using System.Globalization;

namespace Lilt.Spectra;

/// <summary>The harmonic of the tune's measure that a peak is nearest to: the k-th of a period of q measures.</summary>
/// <param name="Harmonic">k, in lowest terms with q; 0 for the mean.</param>
/// <param name="Measures">q: 1, 2, 4 or 8 measures.</param>
/// <param name="Period">q · (the measure's interval) / k.</param>
/// <param name="BinsAway">The peak's frequency less the harmonic's, in bins.</param>
/// <remarks>With a measure of 9 steps, 36, 18, 9, 4.5, 3 and 2.25 steps are 1/4, 1/2, 1/1, 2/1, 3/1 and 4/1.</remarks>
public readonly record struct PeakFamily(int Harmonic, int Measures, Period Period, double BinsAway)
{
    private const int LongestMeasures = 8;
    private const double HighestFrequency = 0.5;

    /// <summary>The nearest harmonic.</summary>
    /// <param name="frequency">The peak's, in cycles a step, 0 to ½.</param>
    /// <param name="measure">The tune's measure interval.</param>
    /// <param name="grid">The grid whose bins the difference is counted in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The measure interval is no finite number of at least one step.</exception>
    public static PeakFamily Nearest(double frequency, Period measure, SpectralGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (!(measure.Steps >= 1 && double.IsFinite(measure.Steps)))
        {
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "A measure takes a finite number of steps, at least 1.");
        }

        // Every harmonic of 1, 2 and 4 measures is one of 8 measures, so the nearest of those in lowest terms is the nearest of all.
        double apart = measure.Frequency / LongestMeasures;
        int highest = (int)Math.Floor(HighestFrequency / apart);
        int harmonic = Math.Min((int)Math.Round(frequency / apart), highest);
        int measures = LongestMeasures;
        while (measures > 1 && harmonic % 2 == 0)
        {
            harmonic /= 2;
            measures /= 2;
        }

        double exact = harmonic * measure.Frequency / measures;
        return new PeakFamily(harmonic, measures, Period.OfFrequency(exact), (frequency - exact) * grid.Points);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Harmonic}/{Measures}");
}
