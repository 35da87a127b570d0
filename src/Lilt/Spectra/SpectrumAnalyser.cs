using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Lilt.Spectra;

/// <summary>Makes magnitude spectra of sequences of one length under one set of conventions.</summary>
/// <remarks>
/// X(f) = Σ w[n] h[n] e^(−2πi f n); nothing is scaled, so that |X|² sums to P Σ (w h)² over all P points. Holds a work buffer: not for use by
/// two threads at once.
/// </remarks>
public sealed class SpectrumAnalyser
{
    private readonly SpectrumOptions options;
    private readonly Complex[] work;

    /// <param name="steps">N, at least <see cref="Window.MinimumLength"/>.</param>
    /// <param name="options">The conventions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequences are too short.</exception>
    public SpectrumAnalyser(int steps, SpectrumOptions options)
        : this(steps, options, GridFor(steps, options))
    {
    }

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
        work = new Complex[grid.Points];
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
        ReadOnlySpan<double> window = Window.Values;
        for (int n = 0; n < sequence.Length; n++)
        {
            double value = options.Rectify ? Math.Abs(sequence[n]) : sequence[n];
            work[n] = window[n] * (value - mean);
        }

        work.AsSpan(sequence.Length).Clear();
        Fourier.Forward(work, FourierOptions.NoScaling);
        for (int bin = 0; bin < magnitudes.Length; bin++)
        {
            magnitudes[bin] = work[bin].Magnitude;
        }
    }

    private static SpectralGrid GridFor(int steps, SpectrumOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SpectralGrid.For(steps, options.Points);
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
