namespace Lilt.Statistics;

/// <summary>Quantiles of sorted values.</summary>
/// <remarks>
/// Linear between order statistics: the quantile of a share q lies at place q·(n − 1), NumPy's and R's default.
/// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996, definition 7.
/// </remarks>
public static class Quantile
{
    /// <summary>The quantile of a share.</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="share">From 0, the smallest value, to 1, the largest.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("There is no value.", nameof(sorted));
        }

        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        }

        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + (part * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The median: the value in the middle, or the mean of the two in the middle.</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Median(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("There is no value.", nameof(sorted));
        }

        // The halves are added before they are divided, so that the median of whole numbers is exact.
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
