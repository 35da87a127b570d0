using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class SpectrumAnalyserTests
{
    private const int Steps = 147;

    // An FFT of 2048 double-precision points beside a plain sum of 147.
    private const double TransformTolerance = 1e-10;

    [Theory]
    [InlineData(147, 2048)]
    [InlineData(128, 1024)]
    [InlineData(129, 2048)]
    [InlineData(8, 64)]
    public void Grid_Padded_IsTheNextPowerOfTwoFromEightTimesTheLength(int steps, int points) =>
        Assert.Equal(points, new SpectrumAnalyser(steps, SpectrumOptions.Default).Grid.Points);

    [Theory]
    [InlineData(Steps, WindowShape.Hann, SpectralPoints.Padded, false, Detrending.None)]
    [InlineData(Steps, WindowShape.Rectangular, SpectralPoints.Native, false, Detrending.Mean)]
    [InlineData(Steps, WindowShape.Hamming, SpectralPoints.Native, true, Detrending.None)]
    [InlineData(Steps, WindowShape.Blackman, SpectralPoints.Padded, true, Detrending.Mean)]
    [InlineData(Steps - 1, WindowShape.Hann, SpectralPoints.Native, false, Detrending.None)] // half the points are odd
    [InlineData(Steps + 1, WindowShape.Hann, SpectralPoints.Native, true, Detrending.Mean)]
    [InlineData(9, WindowShape.Rectangular, SpectralPoints.Padded, false, Detrending.None)]
    public void Analyse_Noise_IsTheDirectSum(int steps, WindowShape shape, SpectralPoints points, bool rectify, Detrending detrending)
    {
        SpectrumAnalyser analyser = new(
            steps,
            new SpectrumOptions
            {
                Window = shape,
                Points = points,
                Rectify = rectify,
                Detrending = detrending,
            }
        );
        double[] noise = TestSequences.Noise(steps, 1);
        double[] magnitudes = new double[analyser.Grid.Bins];
        analyser.Analyse(noise, magnitudes);

        double[] prepared = [.. noise.Select(value => rectify ? Math.Abs(value) : value)];
        double mean = detrending == Detrending.Mean ? prepared.Average() : 0;
        for (int bin = 0; bin < magnitudes.Length; bin++)
        {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < steps; n++)
            {
                double angle = 2 * Math.PI * bin * n / analyser.Grid.Points;
                real += analyser.Window.Values[n] * (prepared[n] - mean) * Math.Cos(angle);
                imaginary -= analyser.Window.Values[n] * (prepared[n] - mean) * Math.Sin(angle);
            }

            Assert.Equal(Math.Sqrt((real * real) + (imaginary * imaginary)), magnitudes[bin], TransformTolerance);
        }
    }

    [Theory]
    [InlineData(147, SpectralPoints.Padded)]
    [InlineData(147, SpectralPoints.Native)]
    [InlineData(96, SpectralPoints.Native)]
    [InlineData(98, SpectralPoints.Native)]
    public void Analyse_Noise_KeepsParsevalsSum(int steps, SpectralPoints points)
    {
        SpectrumAnalyser analyser = new(steps, new SpectrumOptions { Points = points });
        double[] noise = TestSequences.Noise(steps, 2);
        double[] magnitudes = new double[analyser.Grid.Bins];
        analyser.Analyse(noise, magnitudes);

        double energy = 0;
        for (int n = 0; n < steps; n++)
        {
            energy += Math.Pow(noise[n] * analyser.Window.Values[n], 2);
        }

        // All P points: every bin but those at 0 and, for an even P, at ½ stands twice.
        double power = 0;
        for (int bin = 0; bin < magnitudes.Length; bin++)
        {
            bool once = bin == 0 || 2 * bin == analyser.Grid.Points;
            power += (once ? 1 : 2) * magnitudes[bin] * magnitudes[bin];
        }

        Assert.Equal(analyser.Grid.Points * energy, power, TransformTolerance * power);
    }

    [Fact]
    public void Analyse_ToneOnABin_HasHalfItsAmplitudeTimesTheWindowsSum()
    {
        SpectrumAnalyser analyser = new(144, new SpectrumOptions { Window = WindowShape.Rectangular, Points = SpectralPoints.Native });
        double[] magnitudes = new double[analyser.Grid.Bins];
        analyser.Analyse(TestSequences.Tone(144, 9, amplitude: 3, phase: 0.4), magnitudes);

        for (int bin = 0; bin < magnitudes.Length; bin++)
        {
            Assert.Equal(bin == 16 ? 3 * 144 / 2.0 : 0, magnitudes[bin], TransformTolerance);
        }
    }

    [Fact]
    public void Analyse_DetrendedConstant_IsSilent()
    {
        SpectrumAnalyser analyser = new(Steps, new SpectrumOptions { Detrending = Detrending.Mean });
        double[] magnitudes = new double[analyser.Grid.Bins];
        analyser.Analyse(TestSequences.Tone(Steps, 9, amplitude: 0, mean: 0.7), magnitudes);

        Assert.All(magnitudes, magnitude => Assert.Equal(0, magnitude, TransformTolerance));
    }

    [Fact]
    public void Analyse_GridOfTheCallers_SharesFrequenciesBetweenLengths()
    {
        SpectralGrid grid = SpectralGrid.For(200, SpectralPoints.Padded);
        double[] shorter = new double[grid.Bins];
        double[] longer = new double[grid.Bins];
        new SpectrumAnalyser(100, SpectrumOptions.Default, grid).Analyse(TestSequences.Tone(100, 9), shorter);
        new SpectrumAnalyser(200, SpectrumOptions.Default, grid).Analyse(TestSequences.Tone(200, 9), longer);

        Assert.Equal(grid.Nearest(1.0 / 9), Array.IndexOf(shorter, shorter.Max()));
        Assert.Equal(grid.Nearest(1.0 / 9), Array.IndexOf(longer, longer.Max()));
    }

    [Fact]
    public void Analyse_WrongLengths_Throws()
    {
        SpectrumAnalyser analyser = new(Steps, SpectrumOptions.Default);

        Assert.Throws<ArgumentException>(() => analyser.Analyse(new double[Steps - 1], new double[analyser.Grid.Bins]));
        Assert.Throws<ArgumentException>(() => analyser.Analyse(new double[Steps], new double[analyser.Grid.Bins - 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpectrumAnalyser(Window.MinimumLength - 1, SpectrumOptions.Default));
    }
}
