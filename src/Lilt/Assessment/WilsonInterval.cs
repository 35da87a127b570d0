namespace Lilt.Assessment;

/// <summary>The 95 % interval of a share of tunes.</summary>
/// <remarks>
/// The score interval: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). It never leaves [0, 1] and has a width at 0 and at 1 too.
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22 (1927) 209–212.
/// </remarks>
public static class WilsonInterval
{
    /// <summary>The 97.5 % point of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The share hits / tunes with its interval.</summary>
    /// <param name="hits">Tunes that have the property, from 0 to <paramref name="tunes"/>.</param>
    /// <param name="tunes">All tunes; 0 gives <see cref="Estimate.Undefined"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hits"/> is negative or over <paramref name="tunes"/>.</exception>
    public static Estimate Of(int hits, int tunes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, tunes);
        if (tunes == 0)
        {
            return Estimate.Undefined;
        }

        double p = (double)hits / tunes;
        double z2 = Z * Z / tunes;
        double middle = p + (z2 / 2);
        double half = Math.Sqrt((Z * Z * p * (1 - p) / tunes) + (z2 * z2 / 4));
        double low = hits == 0 ? 0 : (middle - half) / (1 + z2);
        double high = hits == tunes ? 1 : (middle + half) / (1 + z2);
        return new Estimate(p, low, high, tunes);
    }
}
