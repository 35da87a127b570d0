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

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1000 / 3.0)]
    [InlineData(-7e8 / 9)]
    public void Between_ASequenceThatNeverMoves_IsZero(double value)
    {
        // The mean of fifteen equal values may miss them by a rounding.
        Correlations correlations = new([
            [.. Enumerable.Repeat(value, 15)],
            [.. Enumerable.Range(0, 15).Select(index => (double)index)],
        ]);

        Assert.False(correlations.Moves(0));
        Assert.True(correlations.Moves(1));
        Assert.Equal(0, correlations.Between(0, 1));
        Assert.Equal(0, correlations.Between(0, 0));
    }

    [Fact]
    public void Between_AnyTwoOfFour_AreThoseTwo()
    {
        Random random = new(3);
        double[][] sequences = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 10).Select(_ => random.NextDouble()).ToArray())];
        Correlations correlations = new(sequences);

        for (int one = 0; one < 4; one++)
        {
            for (int other = 0; other < 4; other++)
            {
                Assert.Equal(ByHand(sequences[one], sequences[other]), correlations.Between(one, other), Rounding);
            }
        }
    }

    [Fact]
    public void Of_OtherLengths_Throws()
    {
        Assert.Throws<ArgumentException>(() => Correlations.Of([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Correlations.Of([1, 2, 3], [1, 2]));
    }

    [Fact]
    public void Correlations_OfNothing_CanBeMade() => Assert.NotNull(new Correlations([]));

    private static double ByHand(double[] one, double[] other)
    {
        double meanOne = one.Average();
        double meanOther = other.Average();
        double both = one.Zip(other, (a, b) => (a - meanOne) * (b - meanOther)).Sum();
        return both / Math.Sqrt(one.Sum(a => (a - meanOne) * (a - meanOne)) * other.Sum(b => (b - meanOther) * (b - meanOther)));
    }
}
