using System.Numerics;

namespace Lilt.Spectra;

/// <summary>The frequencies of a spectrum on P points: k/P cycles a step for k from 0 to ⌊P/2⌋.</summary>
public sealed record SpectralGrid
{
    /// <summary>Points a step of the sequence when it is padded, at least.</summary>
    public const int Padding = 8;

    // Without it a bin that lies on a band's edge could fall out by rounding.
    private const double EdgeInBins = 1e-9;

    /// <param name="points">P, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two points.</exception>
    public SpectralGrid(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        Points = points;
    }

    /// <summary>P.</summary>
    public int Points { get; }

    /// <summary>⌊P/2⌋ + 1.</summary>
    public int Bins => (Points / 2) + 1;

    /// <summary>The grid for sequences of N steps.</summary>
    public static SpectralGrid For(int steps, SpectralPoints points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        return points == SpectralPoints.Native
            ? new SpectralGrid(steps)
            : new SpectralGrid(checked((int)BitOperations.RoundUpToPowerOf2((uint)(Padding * steps))));
    }

    /// <summary>Cycles a step at a bin.</summary>
    public double FrequencyAt(int bin) => (double)bin / Points;

    /// <summary>The period at a bin; infinity at bin 0.</summary>
    public Period PeriodAt(int bin) => new((double)Points / bin);

    /// <summary>The bin nearest to a frequency in cycles a step, 0 to ½.</summary>
    public int Nearest(double frequency) => Math.Clamp((int)Math.Round(frequency * Points), 0, Bins - 1);

    /// <summary>The bins whose periods lie in a band; if none does, the one nearest to the middle of the band's frequencies.</summary>
    public BinRange BinsOf(Band band)
    {
        int first = (int)Math.Ceiling((band.Longest.Frequency * Points) - EdgeInBins);
        int last = (int)Math.Min(Math.Floor((band.Shortest.Frequency * Points) + EdgeInBins), Bins - 1);
        if (first <= last)
        {
            return new BinRange(first, last);
        }

        int nearest = Nearest((band.Longest.Frequency + band.Shortest.Frequency) / 2);
        return new BinRange(nearest, nearest);
    }

    /// <summary>The first bin at or over a frequency in cycles a step; the last bin if there is none.</summary>
    public int FirstFrom(double frequency) => Math.Min((int)Math.Ceiling((frequency * Points) - EdgeInBins), Bins - 1);
}
