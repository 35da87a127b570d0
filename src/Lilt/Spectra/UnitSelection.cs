using Lilt.Statistics;

namespace Lilt.Spectra;

/// <summary>Chooses units by their share of power in a band.</summary>
/// <remarks>
/// Source: "Making sense of the folk-rnn v2 model, part 7" takes the units over 0.00025 in [8.7, 9.3] steps. White noise has 0.0148 there
/// at 147 steps, so with frequency 0 in the sum that threshold weighs a unit's mean against its fluctuation; a rank has no such trouble.
/// </remarks>
public static class UnitSelection
{
    /// <summary>The threshold of the article.</summary>
    public const double ArticleThreshold = 0.00025;

    /// <summary>The units whose share is over a threshold, the largest share first, equal ones by unit.</summary>
    public static IReadOnlyList<UnitFraction> Above(ReadOnlySpan<double> fractions, double threshold)
    {
        List<UnitFraction> ranked = Ranked(fractions);
        int count = ranked.FindIndex(unit => !(unit.Fraction > threshold));
        return count < 0 ? ranked : ranked[..count];
    }

    /// <summary>The ⌊share · U + ½⌋ units with the largest share, the largest first, equal ones by unit.</summary>
    /// <param name="fractions">[U], made with frequency 0 excluded.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public static IReadOnlyList<UnitFraction> Top(ReadOnlySpan<double> fractions, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return Ranked(fractions)[..(int)Math.Floor((share * fractions.Length) + 0.5)];
    }

    /// <summary>What the threshold takes under each convention of padding, frequency 0 and detrending.</summary>
    /// <param name="sequences">The layer's units over the tune.</param>
    /// <param name="band">The band.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="options">The window and whether to rectify; the other conventions are gone through.</param>
    /// <returns>Eight shares, always in the same order.</returns>
    public static IReadOnlyList<ConventionShare> SharesAbove(UnitSequences sequences, Band band, double threshold, SpectrumOptions options)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(options);
        List<ConventionShare> shares = [];
        foreach (SpectralPoints points in (ReadOnlySpan<SpectralPoints>)[SpectralPoints.Padded, SpectralPoints.Native])
        {
            foreach (Detrending detrending in (ReadOnlySpan<Detrending>)[Detrending.None, Detrending.Mean])
            {
                LayerSpectra spectra = LayerSpectra.Of(sequences, options with { Points = points, Detrending = detrending });
                foreach (DirectCurrent current in (ReadOnlySpan<DirectCurrent>)[DirectCurrent.Include, DirectCurrent.Exclude])
                {
                    int count = Above(spectra.With(current).BandFractions(band), threshold).Count;
                    shares.Add(new ConventionShare(points, current, detrending, count, (double)count / sequences.Units));
                }
            }
        }

        return shares;
    }

    private static List<UnitFraction> Ranked(ReadOnlySpan<double> fractions)
    {
        List<UnitFraction> units = new(fractions.Length);
        foreach (int unit in Ranking.Descending(fractions))
        {
            units.Add(new UnitFraction(unit, fractions[unit]));
        }

        return units;
    }
}
