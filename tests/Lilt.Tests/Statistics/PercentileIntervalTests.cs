using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class PercentileIntervalTests
{
    [Fact]
    public void OfUnsorted_AHundredAndOneNumbers_LeavesTheTailsOut()
    {
        double[] found = [.. Enumerable.Range(0, 101).Select(number => (double)((number * 37) % 101))];

        Assert.Equal(new PercentileInterval(10, 90), PercentileInterval.OfUnsorted(found, 0.1));
        Assert.Equal(Enumerable.Range(0, 101).Select(number => (double)number), found);
    }

    [Fact]
    public void OfUnsorted_NoTail_IsTheWholeRange() =>
        Assert.Equal(new PercentileInterval(-1, 5), PercentileInterval.OfUnsorted([5, -1, 3], 0));

    [Fact]
    public void OfUnsorted_HalfOnEitherSide_IsTheMedian() =>
        Assert.Equal(new PercentileInterval(3, 3), PercentileInterval.OfUnsorted([5, -1, 3], 0.5));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void OfUnsorted_ATailThatIsNone_Throws(double tail) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentileInterval.OfUnsorted([1, 2], tail));
}
