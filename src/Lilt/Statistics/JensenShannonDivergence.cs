namespace Lilt.Statistics;

/// <summary>How far two distributions lie apart, in bits.</summary>
/// <remarks>
/// JSD(P, Q) = ½ KL(P ‖ M) + ½ KL(Q ‖ M) with M = ½(P + Q), logarithms to base 2: 0 for equal distributions, 1 for distributions that share
/// nothing. From samples it is biased upwards, the more the smaller the samples. Source: J. Lin, Divergence measures based on the Shannon
/// entropy, IEEE Trans. Inf. Theory 37 (1991) 145–151, equation 4.1 with equal weights.
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
            Add(ref sum, first[bin] / firstTotal, second[bin] / secondTotal);
        }

        return Math.Clamp(sum / 2, 0, 1);
    }

    /// <summary>
    /// The divergence of two distributions over the same tokens, as a network gives them: each sums to 1 but for rounding, and is taken as
    /// it is.
    /// </summary>
    /// <param name="first">[V], not negative.</param>
    /// <param name="second">[V].</param>
    /// <returns>Bits in [0, 1].</returns>
    /// <exception cref="ArgumentException">The distributions differ in length.</exception>
    public static double OfPosteriors(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{first.Length} tokens against {second.Length}.", nameof(second));
        }

        double sum = 0;
        for (int token = 0; token < first.Length; token++)
        {
            Add(ref sum, first[token], second[token]);
        }

        return Math.Clamp(sum / 2, 0, 1);
    }

    private static void Add(ref double sum, double p, double q)
    {
        double mean = (p + q) / 2;
        sum += p > 0 ? p * Math.Log2(p / mean) : 0;
        sum += q > 0 ? q * Math.Log2(q / mean) : 0;
    }
}
