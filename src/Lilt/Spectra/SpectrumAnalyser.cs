using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Lilt.Spectra;

/// <summary>Makes magnitude spectra of sequences of one length under one set of conventions.</summary>
/// <remarks>
/// X(f) = Σ w[n] h[n] e^(−2πi f n); nothing is scaled, so that |X|² sums to P Σ (w h)² over all P points. An even P is transformed on P/2
/// complex points, even steps in the real part and odd ones in the imaginary part, and parted afterwards. Holds a work buffer: not for use
/// by two threads at once. Source: W. H. Press et al., "Numerical Recipes" (3rd edition, 2007), section 12.3.2: the transform of one real
/// sequence.
/// </remarks>
public sealed class SpectrumAnalyser
{
    private readonly SpectrumOptions options;
    private readonly Complex[] work;

    // e^(−2πik/P) for k to P/4; empty for an odd P.
    private readonly Complex[] turns;

    /// <param name="steps">N, at least <see cref="Window.MinimumLength"/>.</param>
    /// <param name="options">The conventions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequences are too short.</exception>
    public SpectrumAnalyser(int steps, SpectrumOptions options)
        : this(steps, options, GridFor(steps, options)) { }

    /// <summary>An analyser on a grid of the caller's, so that sequences of unlike lengths share their frequencies.</summary>
    /// <param name="steps">N, at least <see cref="Window.MinimumLength"/>.</param>
    /// <param name="options">The conventions; <see cref="SpectrumOptions.Points"/> is not looked at.</param>
    /// <param name="grid">At least N points.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequences are too short, or the grid is.</exception>
    public SpectrumAnalyser(int steps, SpectrumOptions options, SpectralGrid grid)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(grid.Points, steps, nameof(grid));
        this.options = options;
        Window = new Window(options.Window, steps);
        Grid = grid;
        bool even = grid.Points % 2 == 0;
        work = new Complex[even ? grid.Points / 2 : grid.Points];
        turns = new Complex[even ? (work.Length / 2) + 1 : 0];
        for (int k = 0; k < turns.Length; k++)
        {
            (double sine, double cosine) = Math.SinCos(-2 * Math.PI * k / grid.Points);
            turns[k] = new Complex(cosine, sine);
        }
    }

    /// <summary>The window, of N values.</summary>
    public Window Window { get; }

    /// <summary>The frequencies.</summary>
    public SpectralGrid Grid { get; }

    /// <summary>The magnitudes |X| of one sequence.</summary>
    /// <param name="sequence">[N].</param>
    /// <param name="magnitudes">[⌊P/2⌋ + 1], written.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Analyse(ReadOnlySpan<double> sequence, Span<double> magnitudes)
    {
        if (sequence.Length != Window.Length)
        {
            throw new ArgumentException($"A sequence of {sequence.Length} steps for a window of {Window.Length}.", nameof(sequence));
        }

        if (magnitudes.Length != Grid.Bins)
        {
            throw new ArgumentException($"Room for {magnitudes.Length} bins of {Grid.Bins}.", nameof(magnitudes));
        }

        double mean = options.Detrending == Detrending.Mean ? MeanOf(sequence) : 0;
        if (turns.Length > 0)
        {
            for (int n = 0; n < sequence.Length; n += 2)
            {
                work[n / 2] = new Complex(Prepared(sequence, n, mean), n + 1 < sequence.Length ? Prepared(sequence, n + 1, mean) : 0);
            }

            work.AsSpan((sequence.Length + 1) / 2).Clear();
            Fourier.Forward(work, FourierOptions.NoScaling);
            PartHalves(magnitudes);
            return;
        }

        for (int n = 0; n < sequence.Length; n++)
        {
            work[n] = Prepared(sequence, n, mean);
        }

        work.AsSpan(sequence.Length).Clear();
        Fourier.Forward(work, FourierOptions.NoScaling);
        for (int bin = 0; bin < magnitudes.Length; bin++)
        {
            magnitudes[bin] = Magnitude(work[bin].Real, work[bin].Imaginary);
        }
    }

    // h in [−1, 1] and p in [0, 1] are far from where a square overflows.
    private static double Magnitude(double real, double imaginary) => Math.Sqrt((real * real) + (imaginary * imaginary));

    private static SpectralGrid GridFor(int steps, SpectrumOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SpectralGrid.For(steps, options.Points);
    }

    // With E and O the transforms of even and odd steps, Z = E + iO was made: E = (Z[k] + Z*[M − k])/2, O = (Z[k] − Z*[M − k])/2i, X[k] = E
    // + e^(−2πik/P) O and X[M − k] is the conjugate of E − e^(−2πik/P) O.
    private void PartHalves(Span<double> magnitudes)
    {
        int half = work.Length;
        magnitudes[0] = Math.Abs(work[0].Real + work[0].Imaginary);
        magnitudes[half] = Math.Abs(work[0].Real - work[0].Imaginary);
        for (int k = 1; k <= half / 2; k++)
        {
            Complex one = work[k];
            Complex other = work[half - k];
            double evenReal = (one.Real + other.Real) / 2;
            double evenImaginary = (one.Imaginary - other.Imaginary) / 2;
            double oddReal = (one.Imaginary + other.Imaginary) / 2;
            double oddImaginary = (other.Real - one.Real) / 2;
            double real = (turns[k].Real * oddReal) - (turns[k].Imaginary * oddImaginary);
            double imaginary = (turns[k].Real * oddImaginary) + (turns[k].Imaginary * oddReal);
            magnitudes[k] = Magnitude(evenReal + real, evenImaginary + imaginary);
            magnitudes[half - k] = Magnitude(evenReal - real, evenImaginary - imaginary);
        }
    }

    private double Prepared(ReadOnlySpan<double> sequence, int n, double mean)
    {
        double value = options.Rectify ? Math.Abs(sequence[n]) : sequence[n];
        return Window.Values[n] * (value - mean);
    }

    private double MeanOf(ReadOnlySpan<double> sequence)
    {
        double sum = 0;
        foreach (double value in sequence)
        {
            sum += options.Rectify ? Math.Abs(value) : value;
        }

        return sum / sequence.Length;
    }
}
