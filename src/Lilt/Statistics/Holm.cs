namespace Lilt.Statistics;

/// <summary>Holm's adjustment of p-values that are tested together.</summary>
/// <remarks>Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6, 1979.</remarks>
internal static class Holm
{
    /// <summary>The k-th smallest of m is multiplied by m − k + 1, and none is under a smaller one's.</summary>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double largest = 0;
        int factor = p.Count;
        foreach (int index in Ranking.Ascending([.. p]))
        {
            largest = Math.Max(largest, Math.Min(1, factor * p[index]));
            adjusted[index] = largest;
            factor--;
        }

        return adjusted;
    }
}
