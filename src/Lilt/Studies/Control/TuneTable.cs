namespace Lilt.Studies.Control;

/// <summary>One measure of every network on every tune, as a numerator and a denominator: a network's value is the ratio of their sums.</summary>
/// <remarks>Network 0 is the baseline; then, for each target, the target and its K random sets.</remarks>
internal sealed class TuneTable(int networks, int tunes)
{
    private readonly double[] numerators = new double[networks * tunes];
    private readonly double[] denominators = new double[networks * tunes];

    public void Set(int network, int tune, double numerator, double denominator)
    {
        numerators[(network * tunes) + tune] = numerator;
        denominators[(network * tunes) + tune] = denominator;
    }

    /// <summary>A network's value over some tunes, each as often as it is named; 0 where the denominators sum to 0.</summary>
    public double Value(int network, ReadOnlySpan<int> drawn)
    {
        ReadOnlySpan<double> above = numerators.AsSpan(network * tunes, tunes);
        ReadOnlySpan<double> below = denominators.AsSpan(network * tunes, tunes);
        double numerator = 0;
        double denominator = 0;
        foreach (int tune in drawn)
        {
            numerator += above[tune];
            denominator += below[tune];
        }

        return denominator == 0 ? 0 : numerator / denominator;
    }
}
