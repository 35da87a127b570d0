using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class CountSharesTests
{
    [Fact]
    public void Add_ThreeTunesAndOneInFreeMeter_PoolsTheirMeasures()
    {
        CountShares shares = new();
        shares.Add(Count("4/4", "D4 | E8 | F4 |: G8 :|")); // Pickup Full Short Full
        shares.Add(Count("4/4", "C8 | D4 | E4 | F4 |")); // Full Split Split Split
        shares.Add(Count("4/4", "C8 | D8")); // Full Full, and nothing inside
        shares.Add(Count("none", "C8 | D3 |"));

        Assert.Equal((3, 1), (shares.Tunes, shares.Undefined));
        Assert.Equal((10, 5, 9, 6), (shares.Measures, shares.FullMeasures, shares.CountedMeasures, shares.StrictlyCountedMeasures));
        Assert.Equal((7, 2), (shares.MeasuresAtCommonestLength, shares.WhollyCounted));
        Assert.Equal((0.5, 0.9, 0.6, 0.7), (shares.Full, shares.Counted, shares.StrictlyCounted, shares.AtCommonestLength));

        // A half of two inner measures, none of two.
        Assert.Equal(0.25, shares.MeanInnerFull);
    }

    [Fact]
    public void Add_ATuneThatGoesThroughFreeMeter_LeavesThoseMeasuresOut()
    {
        CountShares shares = new();
        shares.Add(Count("4/4", "C8 | [M:none] D3 E2 | [M:4/4] F8 | G4 | A8 |"));

        Assert.Equal((4, 3), (shares.Measures, shares.FullMeasures));
        Assert.Equal(0.5, shares.MeanInnerFull);
    }

    [Fact]
    public void Shares_OfNothing_AreNoNumbers()
    {
        CountShares shares = new();
        shares.Add(Count("none", "C8 |"));

        Assert.All(
            (double[])[shares.Full, shares.Counted, shares.StrictlyCounted, shares.AtCommonestLength, shares.MeanInnerFull],
            share => Assert.True(double.IsNaN(share))
        );
    }

    private static TuneCount Count(string meter, string body) =>
        MeasureCounter.Count(TuneReader.Read($"X:1\nM:{meter}\nL:1/8\nK:C\n{body}\n").Tunes[0]);
}
