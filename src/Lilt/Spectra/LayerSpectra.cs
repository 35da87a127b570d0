namespace Lilt.Spectra;

/// <summary>The magnitude spectra of all units of a layer (or of all tokens of the posterior) over one tune. Immutable.</summary>
public sealed class LayerSpectra
{
    private readonly double[] magnitudes;

    private LayerSpectra(Window window, SpectralGrid grid, SpectrumOptions options, int units, double[] magnitudes)
    {
        Window = window;
        Grid = grid;
        Options = options;
        Units = units;
        this.magnitudes = magnitudes;
    }

    /// <summary>The window.</summary>
    public Window Window { get; }

    /// <summary>The frequencies.</summary>
    public SpectralGrid Grid { get; }

    /// <summary>The conventions.</summary>
    public SpectrumOptions Options { get; }

    /// <summary>U.</summary>
    public int Units { get; }

    /// <summary>Makes the spectra of some units.</summary>
    /// <param name="sequences">[T, U], T at least <see cref="Window.MinimumLength"/>.</param>
    /// <param name="options">The conventions.</param>
    /// <param name="grid">The grid to use in place of the options' own, to compare tunes of unlike lengths.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tune is too short.</exception>
    public static LayerSpectra Of(UnitSequences sequences, SpectrumOptions options, SpectralGrid? grid = null)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        SpectrumAnalyser analyser = grid is null
            ? new SpectrumAnalyser(sequences.Steps, options)
            : new SpectrumAnalyser(sequences.Steps, options, grid);
        int bins = analyser.Grid.Bins;
        double[] magnitudes = new double[sequences.Units * bins];
        double[] sequence = new double[sequences.Steps];
        for (int unit = 0; unit < sequences.Units; unit++)
        {
            sequences.CopyUnit(unit, sequence);
            analyser.Analyse(sequence, magnitudes.AsSpan(unit * bins, bins));
        }

        return new LayerSpectra(analyser.Window, analyser.Grid, options, sequences.Units, magnitudes);
    }

    /// <summary>The same spectra with frequency 0 in the sums that fractions divide by, or without; they are shared, not copied.</summary>
    public LayerSpectra With(DirectCurrent current) => new(Window, Grid, Options with { DirectCurrent = current }, Units, magnitudes);

    /// <summary>The magnitudes |X| of a unit, [⌊P/2⌋ + 1].</summary>
    public ReadOnlySpan<double> Magnitudes(int unit) => magnitudes.AsSpan(unit * Grid.Bins, Grid.Bins);

    /// <summary>Each unit's share of power in a band, [U].</summary>
    /// <remarks>
    /// Σ|X|² over the band's bins divided by Σ|X|² over [0, ½]; where the options exclude frequency 0, both sums run over the bins from the
    /// window's first null on alone, so that a band that lies wholly below it has the share 0. A share is never over 1; a silent unit's is
    /// 0.
    /// </remarks>
    public double[] BandFractions(Band band)
    {
        BinRange inside = Grid.BinsOf(band);
        int from = Options.DirectCurrent == DirectCurrent.Exclude ? Grid.FirstFrom(Window.Lobes.FirstNull) : 0;
        int first = Math.Max(inside.First, from);
        int last = Math.Max(inside.Last + 1, first);
        double[] fractions = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            ReadOnlySpan<double> spectrum = Magnitudes(unit);
            double all = Power(spectrum[from..]);
            fractions[unit] = all > 0 ? Power(spectrum[first..last]) / all : 0;
        }

        return fractions;
    }

    /// <summary>
    /// The period at which each unit has the most power outside the lobe at frequency 0, [U]; not a number for a silent unit.
    /// </summary>
    public Period[] PeakPeriods()
    {
        int from = Grid.FirstFrom(Window.Lobes.FirstNull);
        Period[] periods = new Period[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            ReadOnlySpan<double> spectrum = Magnitudes(unit);
            int best = from;
            for (int bin = from + 1; bin < spectrum.Length; bin++)
            {
                if (spectrum[bin] > spectrum[best])
                {
                    best = bin;
                }
            }

            periods[unit] = spectrum[best] > 0 ? Grid.PeriodAt(best) : new Period(double.NaN);
        }

        return periods;
    }

    /// <summary>The mean over units of |X_u(f)| and the standard error of it.</summary>
    public MeanSpectrum Mean() => MeanSpectrum.Of(this, normaliseUnits: false);

    /// <summary>
    /// The same of |X_u| divided by its own root mean square over the bins, so that loud units don't dominate; silent units are left out.
    /// </summary>
    public MeanSpectrum UnitNormalisedMean() => MeanSpectrum.Of(this, normaliseUnits: true);

    internal static double Power(ReadOnlySpan<double> magnitudes)
    {
        double sum = 0;
        foreach (double magnitude in magnitudes)
        {
            sum += magnitude * magnitude;
        }

        return sum;
    }
}
