namespace Lilt.Statistics;

/// <summary>The interval that holds the middle of what resamples gave.</summary>
/// <remarks>Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", Chapman and Hall (1993), chapter 13.</remarks>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct PercentileInterval(double Low, double High)
{
    /// <summary>The interval from the quantile of a share to that of one less it.</summary>
    /// <param name="found">One value a resample, at least one; they are sorted in place.</param>
    /// <param name="tail">The share of the values that lie under the interval, and of those that lie over it: 0.025 for a level of 95
    /// %.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is under 0 or over ½.</exception>
    public static PercentileInterval OfUnsorted(Span<double> found, double tail)
    {
        if (!(tail >= 0 && tail <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail is from 0 to a half.");
        }

        found.Sort();
        return new PercentileInterval(Quantile.Of(found, tail), Quantile.Of(found, 1 - tail));
    }
}
