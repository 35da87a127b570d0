using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class UnitSelectionTests
{
    [Fact]
    public void Above_Threshold_RanksTheUnitsOverIt() =>
        Assert.Equal([3, 0, 4], UnitSelection.Above([0.2, 0.1, 0.05, 0.9, 0.2], 0.1).Select(unit => unit.Unit));

    [Theory]
    [InlineData(0.33, 512, 169)]
    [InlineData(0.5, 5, 3)]
    [InlineData(0, 5, 0)]
    [InlineData(1, 5, 5)]
    public void Top_Share_RoundsHalvesUp(double share, int units, int expected)
    {
        double[] fractions = [.. Enumerable.Range(0, units).Select(unit => 1.0 / (unit + 1))];
        IReadOnlyList<UnitFraction> top = UnitSelection.Top(fractions, share);

        Assert.Equal(Enumerable.Range(0, expected), top.Select(unit => unit.Unit));
    }

    [Fact]
    public void SharesAbove_UnitsWithAMean_DependOnTheConventionThatTakesItOff()
    {
        // A tone of 1 on a mean of 100: at most (1/4) / (100²/2) = 5e-5 of the power with the mean in the sum.
        UnitSequences sequences = TestSequences.Side(TestSequences.Tone(147, 9, mean: 100), TestSequences.Tone(147, 5, mean: 1));
        IReadOnlyList<ConventionShare> shares = UnitSelection.SharesAbove(
            sequences,
            new Band(8.7, 9.3),
            UnitSelection.ArticleThreshold,
            SpectrumOptions.Default
        );

        Assert.Equal(8, shares.Select(share => share.Name).Distinct().Count());
        foreach (ConventionShare share in shares)
        {
            bool meanCounts = share.DirectCurrent == DirectCurrent.Include && share.Detrending == Detrending.None;
            double[] fractions = LayerSpectra
                .Of(
                    sequences,
                    new SpectrumOptions
                    {
                        Points = share.Points,
                        DirectCurrent = share.DirectCurrent,
                        Detrending = share.Detrending,
                    }
                )
                .BandFractions(new Band(8.7, 9.3));
            Assert.Equal(fractions.Count(fraction => fraction > UnitSelection.ArticleThreshold), share.Count);
            Assert.Equal(share.Count / 2.0, share.Share);
            Assert.Equal(!meanCounts, fractions[0] > UnitSelection.ArticleThreshold);
        }
    }
}
