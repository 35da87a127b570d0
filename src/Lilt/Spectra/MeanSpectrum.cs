namespace Lilt.Spectra;

/// <summary>The mean magnitude spectrum of a layer and how far its units spread. Immutable.</summary>
public sealed class MeanSpectrum
{
    private readonly double[] mean;
    private readonly double[] standardError;

    /// <param name="window">The window the spectra were made with.</param>
    /// <param name="grid">Their frequencies.</param>
    /// <param name="mean">m(f), [⌊P/2⌋ + 1], copied.</param>
    /// <param name="standardError">SEM(f), the same length, copied.</param>
    /// <param name="units">Over how many units.</param>
    /// <exception cref="ArgumentException">A length is not the grid's.</exception>
    public MeanSpectrum(Window window, SpectralGrid grid, ReadOnlySpan<double> mean, ReadOnlySpan<double> standardError, int units)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(grid);
        if (mean.Length != grid.Bins || standardError.Length != grid.Bins)
        {
            throw new ArgumentException($"{mean.Length} means and {standardError.Length} errors for {grid.Bins} bins.", nameof(mean));
        }

        Window = window;
        Grid = grid;
        Units = units;
        this.mean = mean.ToArray();
        this.standardError = standardError.ToArray();
    }

    /// <summary>The window.</summary>
    public Window Window { get; }

    /// <summary>The frequencies.</summary>
    public SpectralGrid Grid { get; }

    /// <summary>Over how many units.</summary>
    public int Units { get; }

    /// <summary>m(f), [⌊P/2⌋ + 1].</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>SEM(f) = sd over units / √U: the spread over the units of one run, no error of the model. 0 for a single unit.</summary>
    public ReadOnlySpan<double> StandardError => standardError;

    /// <summary>The largest m: what a layer's decibels are counted from.</summary>
    public double Largest
    {
        get
        {
            double largest = 0;
            foreach (double value in mean)
            {
                largest = Math.Max(largest, value);
            }

            return largest;
        }
    }

    /// <summary>20 log₁₀(m/R), [⌊P/2⌋ + 1]; minus infinity where m is 0.</summary>
    /// <param name="reference">R, over 0.</param>
    public double[] Decibels(double reference) => Decibels(reference, 0);

    /// <summary>20 log₁₀((m − SEM)/R): the band's lower edge; minus infinity where SEM reaches m.</summary>
    /// <param name="reference">R, over 0.</param>
    public double[] LowerDecibels(double reference) => Decibels(reference, -1);

    /// <summary>20 log₁₀((m + SEM)/R): the band's upper edge.</summary>
    /// <param name="reference">R, over 0.</param>
    public double[] UpperDecibels(double reference) => Decibels(reference, 1);

    internal static MeanSpectrum Of(LayerSpectra spectra, bool normaliseUnits)
    {
        int bins = spectra.Grid.Bins;
        double[] sum = new double[bins];
        double[] scales = new double[spectra.Units];
        int used = 0;
        for (int unit = 0; unit < spectra.Units; unit++)
        {
            ReadOnlySpan<double> spectrum = spectra.Magnitudes(unit);
            double rootMeanSquare = normaliseUnits ? Math.Sqrt(LayerSpectra.Power(spectrum) / bins) : 1;
            if (rootMeanSquare > 0)
            {
                scales[unit] = 1 / rootMeanSquare;
                used++;
            }

            for (int bin = 0; bin < bins; bin++)
            {
                sum[bin] += spectrum[bin] * scales[unit];
            }
        }

        double[] squares = new double[bins];
        for (int bin = 0; bin < bins; bin++)
        {
            sum[bin] /= Math.Max(used, 1);
        }

        for (int unit = 0; unit < spectra.Units; unit++)
        {
            ReadOnlySpan<double> spectrum = spectra.Magnitudes(unit);
            for (int bin = 0; bin < bins && scales[unit] > 0; bin++)
            {
                double difference = (spectrum[bin] * scales[unit]) - sum[bin];
                squares[bin] += difference * difference;
            }
        }

        for (int bin = 0; bin < bins; bin++)
        {
            squares[bin] = used > 1 ? Math.Sqrt(squares[bin] / (used - 1) / used) : 0;
        }

        return new MeanSpectrum(spectra.Window, spectra.Grid, sum, squares, used);
    }

    private double[] Decibels(double reference, int errors)
    {
        if (!(reference > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(reference), reference, "Decibels are counted from a magnitude over 0.");
        }

        double[] decibels = new double[mean.Length];
        for (int bin = 0; bin < decibels.Length; bin++)
        {
            decibels[bin] = 20 * Math.Log10(Math.Max(mean[bin] + (errors * standardError[bin]), 0) / reference);
        }

        return decibels;
    }
}
