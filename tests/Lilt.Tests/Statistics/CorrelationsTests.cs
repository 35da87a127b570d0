using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class CorrelationsTests
{
    /// <summary>Roundings of sums of some dozens of terms under 1.</summary>
    private const double Rounding = 1e-13;

    [Fact]
    public void Of_EveryLengthOfLanes_IsTheSumsByHand()
    {
        Random random = new(11);
        for (int length = 2; length < 40; length++)
        {
            double[] one = [.. Enumerable.Range(0, length).Select(_ => 3 + random.NextDouble())];
            double[] other = [.. Enumerable.Range(0, length).Select(index => random.NextDouble() - (0.4 * one[index]))];

            Assert.Equal(ByHand(one, other), Correlations.Of(one, other), Rounding);
        }
    }

    [Fact]
    public void Of_ALineAndItsNegative_IsOneAndMinusOne()
    {
        double[] line = [.. Enumerable.Range(0, 9).Select(index => (2.5 * index) - 4)];

        Assert.Equal(1, Correlations.Of(line, [.. line.Select(value => (3 * value) + 1)]), Rounding);
        Assert.Equal(-1, Correlations.Of(line, [.. line.Select(value => 1 - value)]), Rounding);
    }

    [Fact]
    public void Between_ASequenceThatNeverMoves_IsZero()
    {
        // 0.1 fifteen times: the mean misses it by a rounding.
        Correlations correlations = new([[.. Enumerable.Repeat(0.1, 15)], [.. Enumerable.Range(0, 15).Select(index => (double)index)]]);

        Assert.False(correlations.Moves(0));
        Assert.True(correlations.Moves(1));
        Assert.Equal(0, correlations.Between(0, 1));
        Assert.Equal(0, correlations.Between(0, 0));
    }

    [Fact]
    public void Of_OtherLengths_Throws() => Assert.Throws<ArgumentException>(() => Correlations.Of([1, 2], [1, 2, 3]));

    private static double ByHand(double[] one, double[] other)
    {
        double meanOne = one.Average();
        double meanOther = other.Average();
        double both = one.Zip(other, (a, b) => (a - meanOne) * (b - meanOther)).Sum();
        return both / Math.Sqrt(one.Sum(a => (a - meanOne) * (a - meanOne)) * other.Sum(b => (b - meanOther) * (b - meanOther)));
    }
}
