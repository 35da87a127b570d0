using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Telling;
using Xunit;
using Planted = Lilt.Planting.Causes.CountDirection;
using Said = Lilt.Studies.Causes.Figures.CountDirection;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Up or down: states from another meter, of counters of which it is known what their state says.</summary>
public sealed class CrossingTests
{
    private const double Most = 0.75;
    private const double Few = 0.25;

    [Theory]
    [InlineData(Planted.ToGo)]
    [InlineData(Planted.Gone)]
    public void Run_KeeperAlone_SaysWhatIsToGoOrWhatHasGone_AndAllLayersAsGoodAsWhatIsToGo(Planted direction)
    {
        Study study = CausesStudy.Run(
            CausalNetwork.Make(CausalKind.Durations, 2, 32, 14, direction).Model,
            new CausesOptions
            {
                Seed = 14,
                Quick = true,
                Threads = 2,
            }
        );

        IReadOnlyList<CrossedMeter> rows = study.Figure<CountFigure>().Crossings;
        CrossedMeter[] keeper = [.. rows.Where(row => row.Layers == "2" && row.Pairs >= 40)];
        Assert.True(keeper.Length >= 3, $"{keeper.Length} crossings");
        foreach (CrossedMeter row in keeper)
        {
            (double right, double wrong) =
                direction == Planted.ToGo ? (row.AgreesToGo!.Value, row.AgreesGone!.Value) : (row.AgreesGone!.Value, row.AgreesToGo!.Value);
            Assert.True(right > Most && wrong < Few, $"{row.DonorMeter} at {row.DonorEighths} to {row.TargetEighths}: {right}, {wrong}");
        }

        // Of all layers together the meter is taken over too.
        Assert.All(rows.Where(row => row.Layers == "all" && row.Pairs >= 40), row => Assert.True(row.AgreesToGo > Most));
        Assert.NotEqual(Said.Up, study.Figure<WiringFigure>().Direction);
    }

    [Fact]
    public void Rows_Places_AreWhereEachFormOfTheCountMakesTheBarDue()
    {
        Study study = CausesStudy.Run(
            CausalNetwork.Make(CausalKind.Durations, 2, 32, 14).Model,
            new CausesOptions
            {
                Seed = 14,
                Quick = true,
                Tunes = 30,
                Pairs = 10,
            }
        );

        // From 6/8 with 3 gone and 3 to go, half of it, into 4/4 with 3 gone: 8 by what has gone, 6 by what is to go, 7 by the share. From
        // 4/4 with 4 gone into 6/8 with 2: 4, 6 and 5. From 6/8 with 1 gone into 4/4 with 3: 10, 8 and 9.67, beyond the own bar. From 4/4
        // with 2 gone into 6/8 with 2: 6, 8 and 6.5.
        Assert.Equal(
            [("6/8", 3, 3, 8, 6, 7), ("4/4", 4, 2, 4, 6, 5), ("6/8", 1, 3, null, 8, null), ("4/4", 2, 2, 6, null, null)],
            study
                .Figure<CountFigure>()
                .Crossings.Where(row => row.Layers == "all")
                .Select(row => (row.DonorMeter, row.DonorEighths, row.TargetEighths, row.Gone, row.ToGo, row.Share))
        );
    }

    [Theory]
    [InlineData(0.9, 0.1, 0.1, Said.Down)]
    [InlineData(0.1, 0.9, 0.1, Said.Up)]
    [InlineData(0.1, 0.1, 0.9, Said.Share)]
    [InlineData(0.7, 0.1, 0.1, Said.Undetermined)]
    public void Direction_OfTwoCrossings_IsWhatBothAgreeWith(double toGo, double gone, double share, Said said)
    {
        CrossedMeter row = new("6/8", 3, "4/4", 3, "all", 8, 6, 7, 50, gone, toGo, share, []);

        Assert.Equal(said, CountTelling.Direction([row, row with { DonorEighths = 1 }]));
        Assert.Equal(Said.Undetermined, CountTelling.Direction([row, row with { AgreesToGo = 0.5, AgreesGone = 0.5, AgreesShare = 0.5 }]));
    }

    [Fact]
    public void Direction_OfOneCrossingOrTooFewPairsOrOneLayer_IsUndetermined()
    {
        CrossedMeter row = new("6/8", 3, "4/4", 3, "all", 8, 6, 7, 50, 0, 1, 0, []);

        Assert.Equal(Said.Undetermined, CountTelling.Direction([row]));
        Assert.Equal(Said.Undetermined, CountTelling.Direction([row, row with { Pairs = 49 }]));
        Assert.Equal(Said.Undetermined, CountTelling.Direction([row, row with { Layers = "2" }]));
        Assert.Equal(Said.Down, CountTelling.Direction([row, row]));
    }
}
