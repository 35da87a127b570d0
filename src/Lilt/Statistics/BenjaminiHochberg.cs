namespace Lilt.Statistics;

/// <summary>Keeps the expected share of false findings among all findings under a level, of many tests at once.</summary>
/// <remarks>
/// Holds for independent tests, and for those that depend positively.
/// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
/// J. R. Statist. Soc. B 57(1), 1995.
/// </remarks>
public static class BenjaminiHochberg
{
    /// <summary>
    /// Each test's q: the smallest level at which it is found. The k-th smallest p of m is multiplied by m/k, and none is over a larger
    /// one's.
    /// </summary>
    /// <param name="p">From 0 to 1; not a number where a test was not made, which then counts for nothing.</param>
    /// <returns>[m], from 0 to 1; not a number where p is none.</returns>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        double[] adjusted = new double[p.Count];
        Array.Fill(adjusted, double.NaN);
        int[] descending = [.. Ranking.Descending([.. p]).Where(test => !double.IsNaN(p[test]))];
        double smallest = 1;
        for (int place = 0; place < descending.Length; place++)
        {
            smallest = Math.Min(smallest, p[descending[place]] * descending.Length / (descending.Length - place));
            adjusted[descending[place]] = smallest;
        }

        return adjusted;
    }
}
