using Lilt.Randomness;
using Lilt.Sweeping.Results;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class SwapTestTests
{
    // Of 9,999 and more draws, three standard errors.
    private const double Tolerance = 0.05;

    [Fact]
    public void P_OfPairsThatAreAlike_IsOne() => Assert.Equal(1, SwapTest.P([3, 4, 3, 4, 1, 2, 1, 2], 1));

    [Fact]
    public void P_WithoutAnythingBelow_IsNoNumber() => Assert.True(double.IsNaN(SwapTest.P([0, 0, 1, 1], 1)));

    /// <summary>Of n pairs that differ by one each in one direction, all swaps but two give less.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void P_OfEqualDifferences_IsThatOfAllOneWay(int pairs)
    {
        double[] numbers = [.. Enumerable.Range(0, pairs).SelectMany(_ => (double[])[1, 2, 2, 2])];
        double exact = 2 * Math.Pow(2, -pairs);

        Assert.InRange(SwapTest.P(numbers, 7), exact * (1 - (4 * Tolerance)), exact * (1 + (4 * Tolerance)));
    }

    /// <summary>Where chance alone says which tune stands on which side, p is under 0.05 one time in twenty.</summary>
    [Fact]
    public void P_UnderChance_HoldsItsLevel()
    {
        const int Rounds = 400;
        int under = 0;
        for (int round = 0; round < Rounds; round++)
        {
            RandomState random = new((uint)round);
            double[] numbers =
            [
                .. Enumerable
                    .Range(0, 40)
                    .SelectMany(_ =>
                        (double[])[random.NextBelow(9), 9 + random.NextBelow(4), random.NextBelow(9), 9 + random.NextBelow(4)]
                    ),
            ];
            under += SwapTest.P(numbers, new Seed((ulong)round)) <= 0.05 ? 1 : 0;
        }

        // Twenty expected; 33 are three standard deviations over it, seven as many under.
        Assert.InRange(under, 7, 33);
    }

    [Fact]
    public void P_OfALargeDifference_IsAsSmallAsTheDrawsAllow() =>
        Assert.Equal(1e-5, SwapTest.P([.. Enumerable.Range(0, 60).SelectMany(_ => (double[])[1, 9, 8, 9])], 1));
}
