namespace Lilt.Spectra;

/// <summary>Finds and judges the peaks of a mean spectrum.</summary>
public static class PeakFinder
{
    // A level far under double's noise floor for a spectrum of loudness 1, so that bins of exactly 0 have a finite height.
    private const double FloorDecibels = -400;

    /// <summary>All peaks with some prominence, by bin.</summary>
    /// <param name="spectrum">A mean spectrum with its window.</param>
    /// <param name="minimumProminence">dB, at least 0. Leakage is counted from all stronger local maxima, prominent or not.</param>
    /// <remarks>
    /// A spectrum is even, so the ends at frequency 0 and ½ are peaks when they are higher than their one neighbour. On a flat top the peak
    /// is its middle bin. Toward a side without higher ground the lowest point is that to the spectrum's end. L(f) = Σ m(f_k) [W(f − f_k) +
    /// W(f + f_k)] / W(0) over stronger peaks f_k; at f_k = 0 both terms are the same, so what the mean leaks is counted twice and errs to
    /// the safe side.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is negative.</exception>
    public static IReadOnlyList<SpectralPeak> Find(MeanSpectrum spectrum, double minimumProminence = 0)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumProminence);
        double largest = spectrum.Largest;
        if (!(largest > 0))
        {
            return [];
        }

        double[] heights = spectrum.Decibels(largest);
        for (int bin = 0; bin < heights.Length; bin++)
        {
            heights[bin] = Math.Max(heights[bin], FloorDecibels);
        }

        List<int> maxima = LocalMaxima(heights);
        List<SpectralPeak> peaks = [];
        foreach (int bin in maxima)
        {
            double prominence = ProminenceOf(heights, bin);
            if (prominence >= minimumProminence)
            {
                peaks.Add(Judge(spectrum, maxima, bin, prominence));
            }
        }

        return peaks;
    }

    private static List<int> LocalMaxima(double[] heights)
    {
        List<int> maxima = [];
        int last = heights.Length - 1;
        for (int left = 0; left <= last; )
        {
            int right = left;
            while (right < last && heights[right + 1] == heights[left])
            {
                right++;
            }

            bool rises = left == 0 || heights[left - 1] < heights[left];
            bool falls = right == last || heights[right + 1] < heights[right];
            bool wholeSpectrum = left == 0 && right == last;
            if (rises && falls && !wholeSpectrum)
            {
                maxima.Add(
                    left == 0 ? 0
                    : right == last ? last
                    : (left + right) / 2
                );
            }

            left = right + 1;
        }

        return maxima;
    }

    private static double ProminenceOf(double[] heights, int peak)
    {
        double? left = LowestToHigherGround(heights, peak, -1);
        double? right = LowestToHigherGround(heights, peak, 1);
        return heights[peak] - Math.Max(left ?? right!.Value, right ?? left!.Value);
    }

    // Null at an end of the spectrum: the other side is its mirror image.
    private static double? LowestToHigherGround(double[] heights, int peak, int direction)
    {
        double? lowest = null;
        for (int bin = peak + direction; bin >= 0 && bin < heights.Length && heights[bin] <= heights[peak]; bin += direction)
        {
            lowest = Math.Min(lowest ?? heights[bin], heights[bin]);
        }

        return lowest;
    }

    private static SpectralPeak Judge(MeanSpectrum spectrum, List<int> maxima, int bin, double prominence)
    {
        Window window = spectrum.Window;
        SpectralGrid grid = spectrum.Grid;
        double magnitude = spectrum.Mean[bin];
        double error = spectrum.StandardError[bin];
        double frequency = grid.FrequencyAt(bin);
        double leakage = 0;
        double nearest = double.PositiveInfinity;
        foreach (int other in maxima)
        {
            if (spectrum.Mean[other] > magnitude)
            {
                double from = grid.FrequencyAt(other);
                leakage += spectrum.Mean[other] * (window.Response(frequency - from) + window.Response(frequency + from));
                nearest = Math.Min(nearest, Math.Abs(frequency - from));
            }
        }

        leakage /= window.Response(0);
        PeakStanding standing =
            magnitude - error > leakage ? PeakStanding.Stands
            : nearest < 2 * window.Lobes.HalfWidth ? PeakStanding.Unresolved
            : PeakStanding.CouldBeLeakage;
        return new SpectralPeak(bin, grid.PeriodAt(bin), magnitude, error, prominence, leakage, standing);
    }
}
