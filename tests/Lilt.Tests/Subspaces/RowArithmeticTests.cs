using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class RowArithmeticTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Product_AnyLength_IsTheSum(int length)
    {
        // Whole numbers: no order rounds.
        double[] left = [.. Enumerable.Range(1, length).Select(n => (double)n)];
        double[] right = [.. Enumerable.Range(0, length).Select(n => (double)((n * 3) - 5))];

        Assert.Equal(left.Zip(right, (a, b) => a * b).Sum(), RowArithmetic.Product(left, right));
    }

    [Fact]
    public void Product_SumsThatRound_AreTakenInTheOrderThatIsSaid()
    {
        double[] left = [.. Enumerable.Range(1, 21).Select(n => 1.0 / n)];
        double[] right = [.. Enumerable.Range(1, 21).Select(n => Math.Sqrt(n))];
        double[] lanes = new double[8];
        for (int n = 0; n < 16; n++)
        {
            lanes[n % 8] += left[n] * right[n];
        }

        double expected = 0.0;
        foreach (double lane in lanes)
        {
            expected += lane;
        }

        for (int n = 16; n < 21; n++)
        {
            expected += left[n] * right[n];
        }

        Assert.Equal(expected, RowArithmetic.Product(left, right));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(19)]
    public void Add_AnyLength_AddsTheMultiple(int length)
    {
        double[] row = [.. Enumerable.Range(0, length).Select(n => n / 3.0)];
        double[] other = [.. Enumerable.Range(0, length).Select(n => 1.0 / (n + 1))];
        double[] expected = [.. row.Zip(other, (a, b) => a + (0.7 * b))];

        RowArithmetic.Add(row, other, 0.7);

        Assert.Equal(expected, row);
    }

    [Fact]
    public void Orthonormalise_IndependentRows_KeepsWhatTheySpan()
    {
        double[] rows = [3, 0, 0, 0, 1, 2, 0, 0, 1, 1, 5, 0];

        Assert.True(RowArithmetic.Orthonormalise(rows, 4));
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], rows);
    }

    [Fact]
    public void Orthonormalise_RowsThatMixOneAnother_SaysSo() => Assert.False(RowArithmetic.Orthonormalise([1, 2, 3, 1, 0, 0, 3, 4, 6], 3));

    [Fact]
    public void Orthonormalise_RowOfZeros_SaysSo() => Assert.False(RowArithmetic.Orthonormalise([1, 0, 0, 0], 2));
}
