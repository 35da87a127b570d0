using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class PeakFinderTests
{
    private const int Steps = 147;
    private static readonly Period Measure = new(9);

    [Fact]
    public void Find_HillsOfKnownHeight_GivesTheirProminence()
    {
        // In dB under the largest: 0, −10, −4, −8, −6, −30.
        double[] heights = [0, -10, -4, -8, -6, -30];
        MeanSpectrum spectrum = new(
            new Window(WindowShape.Hann, 8),
            new SpectralGrid(10),
            [.. heights.Select(value => Math.Pow(10, value / 20))],
            new double[6],
            1
        );
        IReadOnlyList<SpectralPeak> peaks = PeakFinder.Find(spectrum);

        Assert.Equal([0, 2, 4], peaks.Select(peak => peak.Bin));
        // The highest: its only side is the whole spectrum. The second: −10 to its left; −30 to its right, where no higher ground follows.
        Assert.Equal(30, peaks[0].Prominence, 1e-9);
        Assert.Equal(6, peaks[1].Prominence, 1e-9);
        Assert.Equal(2, peaks[2].Prominence, 1e-9);
        Assert.Equal([0, 2], PeakFinder.Find(spectrum, minimumProminence: 3).Select(peak => peak.Bin));
    }

    [Fact]
    public void Find_FlatTop_IsItsMiddle()
    {
        MeanSpectrum spectrum = new(new Window(WindowShape.Hann, 8), new SpectralGrid(10), [1, 2, 2, 2, 1, 1], new double[6], 1);

        Assert.Equal(2, Assert.Single(PeakFinder.Find(spectrum)).Bin);
    }

    [Fact]
    public void Find_FlatOrSilentSpectrum_HasNoPeak()
    {
        Window window = new(WindowShape.Hann, 8);

        Assert.Empty(PeakFinder.Find(new MeanSpectrum(window, new SpectralGrid(10), [1, 1, 1, 1, 1, 1], new double[6], 1)));
        Assert.Empty(PeakFinder.Find(new MeanSpectrum(window, new SpectralGrid(10), new double[6], new double[6], 1)));
    }

    [Fact]
    public void Find_OneTone_OnlyItselfStands()
    {
        // Every other maximum of a tone's spectrum is a sidelobe of the window.
        IReadOnlyList<SpectralPeak> peaks = PeaksOf(WindowShape.Rectangular, TestSequences.Tone(Steps, 9, phase: 0.3));

        SpectralPeak standing = Assert.Single(peaks, peak => peak.Standing == PeakStanding.Stands);
        Assert.Equal(9, standing.Period.Steps, 0.05);
        Assert.True(peaks.Count > 50);
    }

    [Fact]
    public void Find_QuietToneFarFromALoudOne_StandsUnderHannAlone()
    {
        // −50 dB: under the rectangular window's sidelobes at that distance, over the Hann window's.
        double[] loud = TestSequences.Tone(Steps, 9);
        double[] quiet = TestSequences.Tone(Steps, 3, amplitude: 0.003);
        double[] both = [.. loud.Zip(quiet, (a, b) => a + b)];

        Assert.Contains(PeaksOf(WindowShape.Hann, both), peak => Near(peak, 3) && peak.Standing == PeakStanding.Stands);
        Assert.DoesNotContain(PeaksOf(WindowShape.Rectangular, both), peak => Near(peak, 3) && peak.Standing == PeakStanding.Stands);
    }

    [Fact]
    public void Find_PeakNearerThanTwoHalfWidths_IsUnresolvedUnlessItStands()
    {
        Window window = new(WindowShape.Hann, Steps);
        SpectralGrid grid = SpectralGrid.For(Steps, SpectralPoints.Padded);
        double[] mean = new double[grid.Bins];
        mean[200] = 1;
        mean[220] = 0.05; // 20 bins are 0.0098 of a cycle; two half widths are 0.0137.
        mean[600] = 1e-9;
        IReadOnlyList<SpectralPeak> peaks = PeakFinder.Find(new MeanSpectrum(window, grid, mean, new double[grid.Bins], 1));

        Assert.Equal([PeakStanding.Stands, PeakStanding.Unresolved, PeakStanding.CouldBeLeakage], peaks.Select(peak => peak.Standing));
        double expected = (window.Response(20.0 / 2048) + window.Response(420.0 / 2048)) / window.Response(0);
        Assert.Equal(expected, peaks[1].Leakage, 1e-12);
    }

    [Fact]
    public void Find_SpreadAsLargeAsThePeak_DoesNotStand()
    {
        double[] mean = new double[6];
        mean[0] = 1;
        mean[3] = 0.5;
        Window window = new(WindowShape.Hann, 8);
        SpectralPeak steady = PeakFinder.Find(new MeanSpectrum(window, new SpectralGrid(10), mean, new double[6], 9))[1];
        SpectralPeak spread = PeakFinder.Find(new MeanSpectrum(window, new SpectralGrid(10), mean, [0, 0, 0, 0.5, 0, 0], 9))[1];

        Assert.Equal(PeakStanding.Stands, steady.Standing);
        Assert.NotEqual(PeakStanding.Stands, spread.Standing);
    }

    [Theory]
    [InlineData(36, 1, 4)]
    [InlineData(18, 1, 2)]
    [InlineData(9, 1, 1)]
    [InlineData(4.5, 2, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(2.25, 4, 1)]
    [InlineData(72, 1, 8)]
    [InlineData(8, 9, 8)]
    [InlineData(2, 9, 2)]
    public void Nearest_HarmonicsOfTheMeasure_AreNamedInLowestTerms(double period, int harmonic, int measures)
    {
        PeakFamily family = PeakFamily.Nearest(1 / period, Measure, new SpectralGrid(2048));

        Assert.Equal((harmonic, measures), (family.Harmonic, family.Measures));
        Assert.Equal(period, family.Period.Steps, 1e-9);
        Assert.Equal(0, family.BinsAway, 1e-9);
    }

    [Fact]
    public void Nearest_BetweenHarmonics_SaysHowManyBinsAway()
    {
        PeakFamily family = PeakFamily.Nearest((1.0 / 9) + (3.0 / 2048), Measure, new SpectralGrid(2048));

        Assert.Equal("1/1", family.ToString());
        Assert.Equal(3, family.BinsAway, 1e-9);
        Assert.Equal(
            (0, 1, Period.Infinite),
            PeakFamily.Nearest(0, Measure, new SpectralGrid(2048)) is var mean ? (mean.Harmonic, mean.Measures, mean.Period) : default
        );
    }

    private static bool Near(SpectralPeak peak, double period) => Math.Abs(peak.Period.Frequency - (1 / period)) < 1.0 / 2048;

    private static IReadOnlyList<SpectralPeak> PeaksOf(WindowShape shape, double[] sequence) =>
        PeakFinder.Find(LayerSpectra.Of(TestSequences.Side(sequence), new SpectrumOptions { Window = shape }).Mean());
}
