using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class LayerSpectraTests
{
    private const int Steps = 147;
    private static readonly Band Measure = new(8.7, 9.3);

    [Fact]
    public void BandFractions_WhiteNoise_IsTheBandsShareOfFrequencies()
    {
        double[][] units = [.. Enumerable.Range(0, 1000).Select(seed => TestSequences.Noise(Steps, seed))];
        double[] fractions = LayerSpectra.Of(TestSequences.Side(units), SpectrumOptions.Default).BandFractions(Measure);

        // (1/8.7 − 1/9.3)/½ = 0.01483; the standard error of 1000 noises is 0.0005, and a bin is 0.001.
        Assert.Equal(0.0148, fractions.Average(), 0.0012);
    }

    [Fact]
    public void BandFractions_ToneInTheBand_TakesNearlyAllOfItsPower()
    {
        double[] fractions = LayerSpectra
            .Of(TestSequences.Side(TestSequences.Tone(Steps, 9), TestSequences.Tone(Steps, 4.5)), SpectrumOptions.Default)
            .BandFractions(new Band(8, 10.3));

        Assert.InRange(fractions[0], 0.98, 1);
        Assert.InRange(fractions[1], 0, 1e-6);
    }

    [Fact]
    public void BandFractions_AnyConvention_IsTheQuotientOfDirectSums()
    {
        UnitSequences sequences = TestSequences.Side(TestSequences.Tone(Steps, 9, mean: 2), TestSequences.Noise(Steps, 5));
        foreach (DirectCurrent current in Enum.GetValues<DirectCurrent>())
        {
            LayerSpectra spectra = LayerSpectra.Of(sequences, new SpectrumOptions { DirectCurrent = current });
            double[] fractions = spectra.BandFractions(Measure);
            for (int unit = 0; unit < 2; unit++)
            {
                double inside = 0;
                double all = 0;
                for (int bin = 0; bin < spectra.Grid.Bins; bin++)
                {
                    double frequency = bin / 2048.0;
                    double power = Math.Pow(spectra.Magnitudes(unit)[bin], 2);
                    inside += frequency >= 1 / 9.3 && frequency <= 1 / 8.7 ? power : 0;
                    all += current == DirectCurrent.Include || frequency >= spectra.Window.Lobes.FirstNull ? power : 0;
                }

                Assert.Equal(inside / all, fractions[unit], 1e-12);
            }
        }
    }

    /// <summary>Of a band that reaches below the window's first null only what lies above it is in either sum.</summary>
    [Theory]
    [InlineData(5, 115)]
    [InlineData(5, 1e308)]
    [InlineData(2, double.PositiveInfinity)]
    [InlineData(200, 1e9)]
    [InlineData(1e300, 1e308)]
    public void BandFractions_AnyBand_AreNeverOverOne(double shortest, double longest)
    {
        UnitSequences sequences = TestSequences.Side([
            TestSequences.Tone(Steps, 9, mean: 20),
            TestSequences.Tone(Steps, 70, mean: 3),
            .. Enumerable.Range(0, 20).Select(seed => TestSequences.Noise(Steps, seed)),
        ]);
        foreach (WindowShape window in Enum.GetValues<WindowShape>())
        {
            foreach (SpectralPoints points in Enum.GetValues<SpectralPoints>())
            {
                foreach (DirectCurrent current in Enum.GetValues<DirectCurrent>())
                {
                    SpectrumOptions options = new()
                    {
                        Window = window,
                        Points = points,
                        DirectCurrent = current,
                    };
                    Assert.All(
                        LayerSpectra.Of(sequences, options).BandFractions(new Band(shortest, longest)),
                        fraction => Assert.InRange(fraction, 0, 1)
                    );
                }
            }
        }
    }

    [Fact]
    public void BandFractions_WhollyUnderTheFirstNull_AreNoneWithoutFrequencyZero()
    {
        UnitSequences sequences = TestSequences.Side(TestSequences.Tone(Steps, 9, mean: 20));
        double[] fractions = LayerSpectra
            .Of(sequences, new SpectrumOptions { DirectCurrent = DirectCurrent.Exclude })
            .BandFractions(new Band(200, 1e9));

        Assert.Equal([0.0], fractions);
    }

    [Fact]
    public void BandFractions_BandNarrowerThanABin_TakesTheNearestBin()
    {
        SpectralGrid grid = SpectralGrid.For(Steps, SpectralPoints.Native);

        Assert.Equal(new BinRange(16, 16), grid.BinsOf(new Band(9, 9.001)));
        Assert.Equal(new BinRange(16, 16), SpectralGrid.For(144, SpectralPoints.Native).BinsOf(new Band(9, 9)));
    }

    [Fact]
    public void BandFractions_SilentUnit_IsZero() =>
        Assert.Equal(0, LayerSpectra.Of(new UnitSequences(new float[Steps], 1), SpectrumOptions.Default).BandFractions(Measure)[0]);

    [Fact]
    public void PeakPeriods_TonesOnAMean_AreTheTonesPeriods()
    {
        Period[] periods = LayerSpectra
            .Of(
                TestSequences.Side(TestSequences.Tone(Steps, 9, mean: 5), TestSequences.Tone(Steps, 2.25), new double[Steps]),
                SpectrumOptions.Default
            )
            .PeakPeriods();

        // Half a bin of 1/2048 at 9 steps is 0.02 steps.
        Assert.Equal(9, periods[0].Steps, 0.021);
        Assert.Equal(2.25, periods[1].Steps, 0.0013);
        Assert.True(double.IsNaN(periods[2].Steps));
    }

    [Fact]
    public void Mean_SeveralUnits_IsMeanAndStandardErrorOfMagnitudes()
    {
        UnitSequences sequences = TestSequences.Side([.. Enumerable.Range(0, 7).Select(seed => TestSequences.Noise(Steps, seed))]);
        LayerSpectra spectra = LayerSpectra.Of(sequences, SpectrumOptions.Default);
        MeanSpectrum mean = spectra.Mean();

        for (int bin = 0; bin < spectra.Grid.Bins; bin += 11)
        {
            double[] column = [.. Enumerable.Range(0, 7).Select(unit => spectra.Magnitudes(unit)[bin])];
            double average = column.Average();
            Assert.Equal(average, mean.Mean[bin], 1e-12);
            Assert.Equal(Math.Sqrt(column.Sum(value => (value - average) * (value - average)) / 6 / 7), mean.StandardError[bin], 1e-12);
        }
    }

    [Fact]
    public void UnitNormalisedMean_LoudAndQuietCopies_HaveNoSpread()
    {
        double[] noise = TestSequences.Noise(Steps, 3);
        MeanSpectrum mean = LayerSpectra
            .Of(TestSequences.Side(noise, [.. noise.Select(value => 1024 * value)], new double[Steps]), SpectrumOptions.Default)
            .UnitNormalisedMean();

        Assert.Equal(2, mean.Units);
        double power = 0;
        for (int bin = 0; bin < mean.Grid.Bins; bin++)
        {
            Assert.Equal(0, mean.StandardError[bin], 1e-12);
            power += mean.Mean[bin] * mean.Mean[bin] / mean.Grid.Bins;
        }

        Assert.Equal(1, power, 1e-12);
    }

    [Fact]
    public void Decibels_TenfoldMean_IsTwentyMore()
    {
        SpectralGrid grid = new(4);
        MeanSpectrum mean = new(new Window(WindowShape.Hann, 8), grid, [10, 1, 0], [1, 1, 0], 4);

        Assert.Equal([0, -20, double.NegativeInfinity], mean.Decibels(mean.Largest));
        Assert.Equal(20 * Math.Log10(0.9), mean.LowerDecibels(10)[0], 1e-12);
        Assert.Equal(double.NegativeInfinity, mean.LowerDecibels(10)[1]);
        Assert.Equal(20 * Math.Log10(0.2), mean.UpperDecibels(10)[1], 1e-12);
    }

    [Fact]
    public void OfLayer_RecordedSite_TakesThatLayersUnits()
    {
        float[] recorded = [.. Enumerable.Range(0, 2 * 3 * 2).Select(value => (float)value)];
        UnitSequences second = UnitSequences.OfLayer(recorded, layers: 3, units: 2, layer: 2);

        Assert.Equal(2, second.Steps);
        Assert.Equal([2f, 3f], second.Step(0).ToArray());
        Assert.Equal([8f, 9f], second.Step(1).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitSequences.OfLayer(recorded, 3, 2, 4));
    }
}
