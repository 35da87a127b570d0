using Lilt.Assessment;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class TuneBootstrapTests
{
    private static readonly TuneBootstrap Bootstrap = new(seed: 11);

    [Fact]
    public void Mean_ManyValues_HasTheNormalIntervalsWidth()
    {
        // The spread of 1,000 draws' 2.5 and 97.5 percentiles is about 5 % of the width.
        const double DrawSpread = 0.15;
        Random random = new(5);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / 400 / 400);

        Estimate found = Bootstrap.Mean(values);

        Assert.Equal(mean, found.Value, 1e-12);
        Assert.InRange((found.High - found.Low) / (2 * 1.96 * error), 1 - DrawSpread, 1 + DrawSpread);
        Assert.InRange(mean, found.Low, found.High);
    }

    [Fact]
    public void Ratio_TunesWithoutADenominator_HaveNoSay()
    {
        Estimate with = Bootstrap.Ratio([3, 100, 1, 2], [4, 0, 4, 4]);
        Estimate without = Bootstrap.Ratio([3, 1, 2], [4, 4, 4]);

        Assert.Equal(without, with);
        Assert.Equal(0.5, with.Value);
        Assert.Equal(3, with.Tunes);
    }

    [Fact]
    public void Mean_EqualValues_HasNoWidth()
    {
        Assert.Equal(new Estimate(2, 2, 2, 3), Bootstrap.Mean([2, 2, double.NaN, 2]));
    }

    [Fact]
    public void Mean_NoValue_IsUndefined() => Assert.False(Bootstrap.Mean([double.NaN]).IsDefined);

    [Fact]
    public void Divergence_OfASampleFromTheReference_HoldsItsValueAndNearlyZero()
    {
        // 200 tunes of 50 kinds drawn alike: the bias (bins − 1) / (8 N ln 2) is under 0.0002 bits.
        const double NearlyZero = 0.002;
        Random random = new(6);
        Histogram[] tunes = [.. Enumerable.Range(0, 200).Select(_ => Draw(random, 0))];
        Histogram reference = Histogram.Sum(Enumerable.Range(0, 2000).Select(_ => Draw(random, 0)), 8);

        Estimate found = Bootstrap.Divergence(tunes, reference);

        Assert.InRange(found.Value, found.Low, found.High);
        Assert.InRange(found.Value, 0, NearlyZero);
        Assert.True(Bootstrap.Divergence([.. tunes.Select(_ => Draw(random, 2))], reference).Low > found.High);
    }

    private static Histogram Draw(Random random, int shift)
    {
        int[] kinds = [.. Enumerable.Range(0, 50).Select(_ => shift + random.Next(6))];
        return Histogram.Of(kinds, 8);
    }
}
