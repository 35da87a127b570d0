using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class JensenShannonDivergenceTests
{
    /// <summary>A few roundings of a sum of terms under 1.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Of_ProportionalCounts_IsZero() => Assert.Equal(0, JensenShannonDivergence.Of([1, 2, 3], [10, 20, 30]), Rounding);

    [Fact]
    public void Of_NothingShared_IsOneBit() => Assert.Equal(1, JensenShannonDivergence.Of([1, 2, 0, 0], [0, 0, 5, 1]), Rounding);

    [Fact]
    public void Of_KnownPair_IsHalfTheEntropyGained()
    {
        // M = (3/4, 1/4): JSD = H(M) − ½ H(1, 0) − ½ H(½, ½).
        double expected = -(0.75 * Math.Log2(0.75)) - (0.25 * Math.Log2(0.25)) - 0.5;

        Assert.Equal(expected, JensenShannonDivergence.Of([7, 0], [2, 2]), Rounding);
    }

    [Fact]
    public void Of_Swapped_IsTheSame()
    {
        double[] first = [3, 0, 4, 1];
        double[] second = [1, 5, 0, 2];

        Assert.Equal(JensenShannonDivergence.Of(first, second), JensenShannonDivergence.Of(second, first), Rounding);
    }

    [Fact]
    public void Of_EmptyHistogram_IsNotANumber() => Assert.True(double.IsNaN(JensenShannonDivergence.Of([0, 0], [1, 2])));

    [Fact]
    public void OfPosteriors_HalvesAndQuarters_IsWhatCountsGive() =>
        Assert.Equal(
            JensenShannonDivergence.Of([2, 1, 1, 0], [0, 1, 1, 2]),
            JensenShannonDivergence.OfPosteriors([0.5f, 0.25f, 0.25f, 0], [0, 0.25f, 0.25f, 0.5f])
        );

    [Fact]
    public void Of_OtherLengths_Throws() => Assert.Throws<ArgumentException>(() => JensenShannonDivergence.Of([1], [1, 2]));

    [Fact]
    public void OfPosteriors_OtherLengths_Throws() =>
        Assert.Throws<ArgumentException>(() => JensenShannonDivergence.OfPosteriors([1f], [0.5f, 0.5f]));
}
