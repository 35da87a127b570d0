using Lilt.Randomness;
using Lilt.Statistics;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

public sealed class TuneBootstrapTests
{
    private const double Level = 0.05;

    [Fact]
    public void Mean_SameValueEverywhere_IsThatValueWithoutWidth()
    {
        TuneBootstrap bootstrap = new(20, Level, 1);
        SwapPair[] pairs = Pairs(20, 60, 3);

        Assert.Equal(new Estimate(2.5, 2.5, 2.5), bootstrap.Mean(pairs, [.. pairs.Select(_ => 2.5)]));
    }

    [Fact]
    public void Ratio_SameSeed_IsTheSame_AndHoldsItsValue()
    {
        SwapPair[] pairs = Pairs(20, 60, 3);
        double[] above = Normal(60, 4);
        double[] below = [.. Normal(60, 5).Select(of => of + 8)];

        Estimate of = new TuneBootstrap(20, Level, 1).Ratio(pairs, above, below)!;

        Assert.Equal(of, new TuneBootstrap(20, Level, 1).Ratio(pairs, above, below));
        Assert.NotEqual(of, new TuneBootstrap(20, Level, 2).Ratio(pairs, above, below));
        Assert.Equal(above.Sum() / below.Sum(), of.Value, 1e-12);
        Assert.InRange(of.Value, of.Low, of.High);
        Assert.True(of.Low < of.High);
    }

    [Fact]
    public void Ratio_AsIsWrittenOut_WeighsAPairByTheProductOfItsTunesWeights()
    {
        const int Tunes = 7;
        SwapPair[] pairs = Pairs(Tunes, 25, 3);
        double[] values = Normal(25, 4);

        Estimate of = new TuneBootstrap(Tunes, 0.2, 9).Mean(pairs, values)!;

        double[] slow =
        [
            .. Resamples
                .Draw(Tunes, 1000, 9)
                .Select(draw =>
                {
                    double[] weights =
                    [
                        .. pairs.Select(pair =>
                            (double)draw.Count(tune => tune == pair.Target.Tune) * draw.Count(tune => tune == pair.Donor.Tune)
                        ),
                    ];
                    return weights.Zip(values, (weight, value) => weight * value).Sum() / weights.Sum();
                })
                .Where(double.IsFinite),
        ];
        PercentileInterval interval = PercentileInterval.OfUnsorted(slow, 0.1);
        Assert.Equal(interval.Low, of.Low, 1e-12);
        Assert.Equal(interval.High, of.High, 1e-12);
    }

    [Fact]
    public void Ratio_NothingToDivideBy_IsNull()
    {
        SwapPair[] pairs = Pairs(20, 60, 3);
        TuneBootstrap bootstrap = new(20, Level, 1);

        Assert.Null(bootstrap.Mean([], []));
        Assert.Null(bootstrap.Ratio(pairs, Normal(60, 4), new double[60]));

        // About 0, now over it and now under: what may as well be 0 divides nothing.
        Assert.Null(bootstrap.Ratio(pairs, Normal(60, 4), Normal(60, 5)));
    }

    [Fact]
    public void Ratio_OfSingleTunes_IsThatOfTheirWeights()
    {
        TuneBootstrap bootstrap = new(30, Level, 1);
        int[] tunes = [.. Enumerable.Range(0, 30)];
        double[] values = Normal(30, 4);

        Estimate of = bootstrap.Ratio(tunes, values, [.. values.Select(_ => 1.0)])!;

        // Of a mean of 30 numbers of unit variance: 2 · 1.96 / √30 = 0.72.
        Assert.InRange(of.High - of.Low, 0.5, 0.95);
        Assert.Equal(values.Average(), of.Value, 1e-12);
    }

    [Fact]
    public void Mean_PairsThatShareTunes_HoldsTheTruthAsOftenAsItSays_AndPairsDrawnAloneDoNot()
    {
        const int Tunes = 30;
        const int Times = 200;
        int held = 0;
        int heldByPairs = 0;
        for (uint time = 0; time < Times; time++)
        {
            SwapPair[] pairs = Pairs(Tunes, 150, 1000 + time);
            double[] target = Normal(Tunes, 2000 + time);
            double[] donor = Normal(Tunes, 3000 + time);
            double[] noise = Normal(150, 4000 + time);
            double[] values = [.. pairs.Select((pair, n) => target[pair.Target.Tune] + donor[pair.Donor.Tune] + (0.5 * noise[n]))];

            Estimate byTunes = new TuneBootstrap(Tunes, Level, time).Mean(pairs, values)!;
            held += byTunes.Low <= 0 && byTunes.High >= 0 ? 1 : 0;
            Estimate byPairs = new TuneBootstrap(values.Length, Level, time).Ratio(
                [.. Enumerable.Range(0, values.Length)],
                values,
                [.. values.Select(_ => 1.0)]
            )!;
            heldByPairs += byPairs.Low <= 0 && byPairs.High >= 0 ? 1 : 0;
        }

        // Of 200 at 95 % the standard deviation is 3; percentiles of 30 tunes are a little narrow.
        Assert.InRange(held, 178, 200);
        Assert.True(heldByPairs < 150, $"pairs drawn one by one hold it {heldByPairs} times");
    }

    [Fact]
    public void Rise_OverTheHighestOfTheOthers_IsTheDifference()
    {
        TuneBootstrap bootstrap = new(20, Level, 1);
        (int, double)[] peak = [.. Enumerable.Range(0, 20).Select(tune => (tune, 3.0))];
        (int, double)[] low = [.. Enumerable.Range(0, 20).Select(tune => (tune, 1.0))];
        (int, double)[] lower = [.. Enumerable.Range(0, 20).Select(tune => (tune, -1.0))];

        Assert.Equal(new Estimate(2, 2, 2), bootstrap.Rise(peak, [low, lower]));
        Assert.Null(
            bootstrap.Rise(
                peak,
                [
                    [],
                ]
            )
        );
    }

    private static SwapPair[] Pairs(int tunes, int count, uint seed)
    {
        SplitMix64 random = new(seed);
        SwapPair[] pairs = new SwapPair[count];
        for (int n = 0; n < count; n++)
        {
            int target = random.Below(tunes);
            int donor = (target + 1 + random.Below(tunes - 1)) % tunes;
            pairs[n] = new SwapPair(new(target, n), new(donor, n), n, n);
        }

        return pairs;
    }

    // Sums of twelve uniform numbers, less 6: mean 0, variance 1.
    private static double[] Normal(int count, uint seed)
    {
        SplitMix64 random = new(seed);
        double[] values = new double[count];
        for (int n = 0; n < count; n++)
        {
            double sum = 0;
            for (int of = 0; of < 12; of++)
            {
                sum += random.Below(1 << 20) / (double)(1 << 20);
            }

            values[n] = sum - 6;
        }

        return values;
    }
}
