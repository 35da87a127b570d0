using Lilt.Randomness;
using Xunit;

namespace Lilt.Tests.Randomness;

public sealed class RandomStateTests
{
    /// <summary>Printed by NumPy 1.24: the first three and the thousandth of RandomState(seed).random_sample().</summary>
    [Theory]
    [InlineData(0u, 0.5488135039273248, 0.7151893663724195, 0.6027633760716439, 0.6771411441114241)]
    [InlineData(1u, 0.417022004702574, 0.7203244934421581, 0.00011437481734488664, 0.7744772660150796)]
    [InlineData(42u, 0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.44600577295795574)]
    [InlineData(uint.MaxValue, 0.0976320289940138, 0.9123828453026218, 0.78903530185164, 0.556626859384112)]
    public void NextDouble_SeedOfNumPy_EqualsNumPy(uint seed, double first, double second, double third, double thousandth)
    {
        RandomState random = new(seed);
        double[] drawn = new double[1000];
        for (int n = 0; n < drawn.Length; n++)
        {
            drawn[n] = random.NextDouble();
        }

        Assert.Equal([first, second, third, thousandth], [drawn[0], drawn[1], drawn[2], drawn[999]]);
    }

    [Fact]
    public void NextBelow_ManyDraws_GivesEveryNumberAboutAsOften()
    {
        RandomState random = new(5);
        int[] counts = new int[7];
        for (int n = 0; n < 70_000; n++)
        {
            counts[random.NextBelow(7)]++;
        }

        // Binomial with p = 1/7: five standard deviations are 463.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 463, 10_000 + 463));
    }
}
