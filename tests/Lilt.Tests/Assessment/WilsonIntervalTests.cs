using Lilt.Assessment;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class WilsonIntervalTests
{
    /// <summary>Half a unit of the sixth decimal that the expected values are given to.</summary>
    private const double SixDecimals = 5e-7;

    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(10, 10, 0.722467, 1)]
    [InlineData(81, 263, 0.255289, 0.366210)]
    public void Of_KnownCounts_IsTheScoreInterval(int hits, int tunes, double low, double high)
    {
        Estimate found = WilsonInterval.Of(hits, tunes);

        Assert.Equal((double)hits / tunes, found.Value);
        Assert.Equal(low, found.Low, SixDecimals);
        Assert.Equal(high, found.High, SixDecimals);
        Assert.Equal(tunes, found.Tunes);
    }

    [Fact]
    public void Of_EveryCount_SolvesTheScoreEquation()
    {
        const int Tunes = 37;
        for (int hits = 1; hits < Tunes; hits++)
        {
            Estimate found = WilsonInterval.Of(hits, Tunes);
            foreach (double end in new[] { found.Low, found.High })
            {
                double z = Math.Abs(found.Value - end) / Math.Sqrt(end * (1 - end) / Tunes);
                Assert.Equal(1.959963984540054, z, 1e-9);
            }
        }
    }

    [Fact]
    public void Of_NoTunes_IsUndefined() => Assert.False(WilsonInterval.Of(0, 0).IsDefined);
}
