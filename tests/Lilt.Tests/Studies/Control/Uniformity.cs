namespace Lilt.Tests.Studies.Control;

/// <summary>Kolmogorov and Smirnov's test against the even distribution over 1/n, 2/n, …, 1.</summary>
internal static class Uniformity
{
    /// <summary>The largest distance between the shares of p at most j/n and j/n.</summary>
    public static double Distance(IReadOnlyCollection<double> p, int n)
    {
        const double Rounding = 1e-9;
        return Enumerable
            .Range(1, n)
            .Max(j => Math.Abs(((double)p.Count(value => value <= ((double)j / n) + Rounding) / p.Count) - ((double)j / n)));
    }

    /// <summary>The distance that even p reach once in a hundred times; for a distribution over few values less often.</summary>
    public static double Bound(int count) => 1.63 / Math.Sqrt(count);
}
