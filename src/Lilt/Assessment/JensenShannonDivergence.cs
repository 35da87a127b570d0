namespace Lilt.Assessment;

/// <summary>How far two distributions lie apart, in bits.</summary>
/// <remarks>
/// JSD(P, Q) = ½ KL(P ‖ M) + ½ KL(Q ‖ M) with M = ½(P + Q), logarithms to base 2: 0 for equal distributions, 1 for distributions that
/// share nothing. From samples it is biased upwards, the more the smaller the samples.
/// Source: J. Lin, Divergence measures based on the Shannon entropy, IEEE Trans. Inf. Theory 37 (1991) 145–151, equation 4.1 with equal weights.
/// </remarks>
public static class JensenShannonDivergence
{
    /// <summary>The divergence of two histograms over the same bins.</summary>
    /// <param name="first">Counts, not negative; any total.</param>
    /// <param name="second">As many counts, of the same bins.</param>
    /// <returns>Bits in [0, 1]; NaN where a histogram is empty.</returns>
    /// <exception cref="ArgumentException">The histograms differ in length.</exception>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{first.Length} bins against {second.Length}.", nameof(second));
        }

        double firstTotal = 0;
        double secondTotal = 0;
        for (int bin = 0; bin < first.Length; bin++)
        {
            firstTotal += first[bin];
            secondTotal += second[bin];
        }

        if (firstTotal == 0 || secondTotal == 0)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int bin = 0; bin < first.Length; bin++)
        {
            double p = first[bin] / firstTotal;
            double q = second[bin] / secondTotal;
            double mean = (p + q) / 2;
            sum += p > 0 ? p * Math.Log2(p / mean) : 0;
            sum += q > 0 ? q * Math.Log2(q / mean) : 0;
        }

        return Math.Clamp(sum / 2, 0, 1);
    }
}
