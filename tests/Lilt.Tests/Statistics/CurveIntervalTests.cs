using Lilt.Randomness;
using Lilt.Statistics;
using Lilt.Tests.Spectra;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class CurveIntervalTests
{
    [Fact]
    public void OverTunes_NormalCurves_CoversTheTruthAsOftenAsItSays()
    {
        // 300 experiments of 50 tunes; a percentile interval of 95 % covers a little less at that size. Six standard errors are 0.075.
        int covered = 0;
        for (int experiment = 0; experiment < 300; experiment++)
        {
            double[][] curves = [.. TestSequences.Noise(50, experiment).Select(value => new[] { value })];
            CurveInterval interval = CurveInterval.OverTunes(curves, Resamples.Draw(50, 400, (uint)experiment));
            covered += interval.Low[0] <= 0 && interval.High[0] >= 0 ? 1 : 0;
        }

        Assert.InRange(covered / 300.0, 0.88, 0.99);
    }

    [Fact]
    public void OverTunes_EqualCurves_HasNoWidth()
    {
        CurveInterval interval = CurveInterval.OverTunes(
            [
                [1, 2],
                [1, 2],
                [1, 2],
            ],
            Resamples.Draw(3, 10, 7)
        );

        Assert.Equal([1.0, 2.0], interval.Low);
        Assert.Equal([1.0, 2.0], interval.High);
        Assert.Equal([1.0, 2.0], interval.Mean.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void OverTunes_TwoTunesTwice_IsAsFewAsThereMayBe()
    {
        CurveInterval interval = CurveInterval.OverTunes(
            [
                [1.0],
                [3.0],
            ],
            [
                [0, 0],
                [1, 1],
            ],
            level: 0.5
        );

        Assert.Equal([1.5], interval.Low);
        Assert.Equal([2.0], interval.Mean);
        Assert.Equal([2.5], interval.High);
    }

    [Fact]
    public void OverTunes_TooFewTunesOrResamples_Throws()
    {
        Assert.Throws<ArgumentException>(() =>
            CurveInterval.OverTunes(
                [
                    [1.0],
                ],
                Resamples.Draw(1, 10, 7)
            )
        );
        Assert.Throws<ArgumentException>(() =>
            CurveInterval.OverTunes(
                [
                    [1.0],
                    [2.0],
                ],
                [
                    [0, 1],
                ]
            )
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void OverTunes_ALevelThatIsNone_Throws(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            CurveInterval.OverTunes(
                [
                    [1.0],
                    [2.0],
                ],
                Resamples.Draw(2, 10, 7),
                level
            )
        );

    [Fact]
    public void OverTunes_CurvesOrResamplesOfOtherLengths_Throws()
    {
        Assert.Throws<ArgumentException>(() =>
            CurveInterval.OverTunes(
                [
                    [1.0, 2.0],
                    [2.0, 3.0],
                    [4.0],
                ],
                Resamples.Draw(3, 10, 7)
            )
        );
        Assert.Throws<ArgumentException>(() =>
            CurveInterval.OverTunes(
                [
                    [1.0],
                    [2.0],
                    [4.0],
                ],
                [
                    [0, 1, 2],
                    [0, 1],
                ]
            )
        );
    }

    [Fact]
    public void Draw_SameSeed_SameNumbersAndAllOfThem()
    {
        Assert.Equal(Resamples.Draw(5, 4, 1), Resamples.Draw(5, 4, 1));
        Assert.NotEqual(Resamples.Draw(5, 4, 1), Resamples.Draw(5, 4, 2));

        int[] counts = new int[5];
        foreach (int number in Resamples.Draw(5, 10_000, 3).SelectMany(draw => draw))
        {
            counts[number]++;
        }

        // 50,000 draws of 5: the standard deviation of a count is 89.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 450, 10_000 + 450));
    }
}
