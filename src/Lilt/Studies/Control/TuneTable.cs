namespace Lilt.Studies.Control;

/// <summary>
/// One measure of some networks on every tune, as a numerator and a denominator: a network's value is the ratio of their sums.
/// </summary>
/// <remarks>Network 0 is the uncut one, 1 the target's, then come those of the random sets.</remarks>
internal sealed class TuneTable
{
    private readonly double[] numerators;
    private readonly double[] denominators;

    /// <param name="networks">Networks.</param>
    /// <param name="tunes">Tunes.</param>
    /// <param name="value">The numerator and denominator of a network and tune.</param>
    public TuneTable(int networks, int tunes, Func<int, int, (double Above, double Below)> value)
    {
        Networks = networks;
        Tunes = tunes;
        numerators = new double[networks * tunes];
        denominators = new double[networks * tunes];
        for (int network = 0; network < networks; network++)
        {
            for (int tune = 0; tune < tunes; tune++)
            {
                (numerators[(network * tunes) + tune], denominators[(network * tunes) + tune]) = value(network, tune);
            }
        }
    }

    /// <summary>Networks.</summary>
    public int Networks { get; }

    /// <summary>Tunes.</summary>
    public int Tunes { get; }

    /// <summary>A network's value over all tunes; 0 where the denominators sum to 0.</summary>
    public double Value(int network)
    {
        double numerator = 0;
        double denominator = 0;
        for (int tune = 0; tune < Tunes; tune++)
        {
            numerator += numerators[(network * Tunes) + tune];
            denominator += denominators[(network * Tunes) + tune];
        }

        return denominator == 0 ? 0 : numerator / denominator;
    }

    /// <summary>A network's value over tunes that each count so often; 0 where the denominators sum to 0.</summary>
    /// <param name="network">The network.</param>
    /// <param name="times">How often each tune counts, [tunes].</param>
    public double Value(int network, ReadOnlySpan<double> times)
    {
        ReadOnlySpan<double> above = numerators.AsSpan(network * Tunes, Tunes);
        ReadOnlySpan<double> below = denominators.AsSpan(network * Tunes, Tunes);
        double numerator = 0;
        double denominator = 0;
        for (int tune = 0; tune < times.Length; tune++)
        {
            numerator += times[tune] * above[tune];
            denominator += times[tune] * below[tune];
        }

        return denominator == 0 ? 0 : numerator / denominator;
    }
}
