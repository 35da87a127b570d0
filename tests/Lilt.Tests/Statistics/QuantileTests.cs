using Lilt.Statistics;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class QuantileTests
{
    /// <summary>
    /// The other definition adds 1 to the place before it takes the whole part off: some roundings of a place of two digits.
    /// </summary>
    private const double Rounding = 1e-13;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.6, 3.8)]
    [InlineData(1, 9)]
    public void Of_FiveValues_LiesBetweenNeighbours(double share, double expected) =>
        Assert.Equal(expected, Quantile.Of([1, 2, 3, 5, 9], share), Rounding);

    [Fact]
    public void Of_OneValue_IsThatValue() => Assert.Equal(7, Quantile.Of([7], 0.3));

    [Fact]
    public void Of_ManyLengthsAndShares_IsDefinitionSeven()
    {
        Random random = new(7);
        for (int length = 1; length < 60; length++)
        {
            double[] sorted = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble()).Order()];
            foreach (double share in (double[])[0, 0.025, 0.1, 1.0 / 3, 0.5, 0.975, 1])
            {
                Assert.Equal(
                    SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7),
                    Quantile.Of(sorted, share),
                    Rounding
                );
            }
        }
    }

    [Fact]
    public void Of_NoValueOrNoShare_Throws()
    {
        Assert.Throws<ArgumentException>(() => Quantile.Of([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, 2], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, 2], -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, 2], double.NaN));
    }

    [Theory]
    [InlineData(new double[] { 4 }, 4)]
    [InlineData(new double[] { 4, 7 }, 5.5)]
    [InlineData(new double[] { 4, 7, 100 }, 7)]
    [InlineData(new double[] { 1, 4, 7, 100 }, 5.5)]
    public void Median_OddOrEven_IsTheMiddleOrTheMeanOfTwo(double[] sorted, double expected) =>
        Assert.Equal(expected, Quantile.Median(sorted));

    [Fact]
    public void Median_NoValue_Throws() => Assert.Throws<ArgumentException>(() => Quantile.Median([]));
}
