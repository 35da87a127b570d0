using Lilt.Studies;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Questions;
using Lilt.Studies.Causes.Telling;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Every verdict of one meter, and every reason why there is none, of evidence made by hand.</summary>
public sealed class MeterJudgementTests
{
    private const VerdictKind Yes = VerdictKind.Supported;
    private const VerdictKind No = VerdictKind.Contradicted;
    private const VerdictKind Open = VerdictKind.Undetermined;

    [Fact]
    public void Of_OneLayerCarriesTheCount_KeepsItAndTheOthersDoNot()
    {
        IReadOnlyList<WiredLayer> layers = MeterJudgement.Of(Evidence());

        Assert.Equal([No, Yes, No], layers.Select(of => of.Keeps.Verdict));
        Assert.Equal([Yes, No, No], layers.Select(of => of.Sets.Verdict));
        Assert.Equal([No, Yes, Yes], layers.Select(of => of.HandsOn.Verdict));
        Assert.Equal(BarRoad.ToldAtOnce, layers[0].Road);
        Assert.All(layers, of => Assert.Empty(of.Together));
        Assert.All(layers.SelectMany(Claims), claim => Assert.Equal(claim.Share is null ? "layer 1 sets it" : string.Empty, claim.Reason));
        Assert.Equal((0.97, 0.9, 1, 300, 100, "4/4"), Numbers(layers[1].Keeps));
    }

    [Theory]
    [InlineData(49, 100, "49 pairs are too few")]
    [InlineData(300, 19, "19 tunes are too few")]
    public void Of_TooFewPairsOrTunes_LeavesKeepingOpen(int pairs, int tunes, string reason)
    {
        IReadOnlyList<WiredLayer> layers = MeterJudgement.Of(Evidence() with { Pairs = pairs, Tunes = tunes });

        Assert.All(layers, of => Assert.Equal((Open, reason), (of.Keeps.Verdict, of.Keeps.Reason)));
        Assert.All(layers, of => Assert.Equal((Open, "no layer is known to keep the count"), (of.Sets.Verdict, of.Sets.Reason)));
        Assert.Equal([No, Yes, Yes], layers.Select(of => of.HandsOn.Verdict));
    }

    [Theory]
    [InlineData(1.9)]
    [InlineData(null)]
    public void Of_EverythingMovesTheBarLittle_LeavesKeepingOpen(double? low)
    {
        MeterEvidence evidence = Evidence() with { Whole = low is { } of ? new Estimate(3, of, 4) : null };

        Assert.All(
            MeterJudgement.Of(evidence),
            of => Assert.Equal((Open, "interchanging all layers moves the bar by less than 2 nats"), (of.Keeps.Verdict, of.Keeps.Reason))
        );
    }

    [Theory]
    [InlineData(2.2, Open)]
    [InlineData(-2.2, Open)]
    [InlineData(1.9, Yes)]
    public void Of_ShamsMoveTheBar_LeavesKeepingOpen(double sham, VerdictKind said)
    {
        WiredLayer layer = MeterJudgement.Of(Evidence() with { Sham = new Estimate(sham, sham, sham) })[1];

        Assert.Equal(said, layer.Keeps.Verdict);
        Assert.Equal(said == Open, layer.Keeps.Reason.StartsWith("shams move the bar by", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.5, 1, Yes)]
    [InlineData(0.49, 1, Open)]
    [InlineData(0.1, 0.51, Open)]
    public void Of_IntervalThatHoldsTheThreshold_LeavesItOpen(double low, double high, VerdictKind said)
    {
        MeterEvidence evidence = Evidence(Wide(low, high));

        WiredLayer layer = MeterJudgement.Of(evidence)[1];

        Assert.Equal(said, layer.Keeps.Verdict);
        Assert.Equal(said == Open, layer.Keeps.Reason.StartsWith("the interval holds", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_LayerThatWorksAgainst_IsNotSaidToKeepNothing()
    {
        MeterEvidence evidence = With(Evidence(), [3], Wide(-0.9, -0.3));

        Assert.Equal([No, Yes, Open], MeterJudgement.Of(evidence).Select(of => of.Keeps.Verdict));
    }

    [Fact]
    public void Of_LayerWithoutWhichTheOthersCarryLittle_IsNotSaidToKeepNothing()
    {
        MeterEvidence evidence = With(Evidence(), [1, 2], Wide(0.4, 0.7));

        Assert.Equal([No, Yes, Open], MeterJudgement.Of(evidence).Select(of => of.Keeps.Verdict));
    }

    [Theory]
    [InlineData(0.3, 0.6)]
    [InlineData(0.8, 1)]
    public void Of_LayerThatMovesTheBarTooFar_DoesNotKeepTheCountAlone(double low, double high)
    {
        MeterEvidence evidence = With(Evidence(), [2], Wide(0.9, 1), Wide(low, high));

        WiredLayer layer = MeterJudgement.Of(evidence)[1];

        Assert.Equal(Open, layer.Keeps.Verdict);
        Assert.Equal("interchanged alone it moves the bar further than the donor's count says", layer.Keeps.Reason);
    }

    [Fact]
    public void Of_TwoThatCarryItTogetherAndNeitherAlone_KeepItTogether()
    {
        IReadOnlyList<WiredLayer> layers = MeterJudgement.Of(Shared());

        Assert.Equal([No, No, No], layers.Select(of => of.Keeps.Verdict));
        Assert.Equal(["2", "1", ""], layers.Select(of => string.Join('+', of.Together)));
        Assert.Equal([Yes, No, No], layers.Select(of => of.Sets.Verdict));
        Assert.Equal(BarRoad.ItsOwn, layers[0].Road);
    }

    [Fact]
    public void Of_TwoThatTogetherMoveItRightAndOneAloneTooFar_KeepItTogether()
    {
        // The first carries twice the count, the second takes one back.
        MeterEvidence evidence = With(With(Shared(), [1], Wide(0.95, 1), Wide(0.9, 1)), [1, 3], Wide(0.95, 1), Wide(0.9, 1));

        IReadOnlyList<WiredLayer> layers = MeterJudgement.Of(evidence);

        Assert.Equal([No, No, No], layers.Select(of => of.Keeps.Verdict));
        Assert.Equal(["2", "1", ""], layers.Select(of => string.Join('+', of.Together)));
        Assert.Equal("interchanged alone it moves the bar further than the donor's count says", layers[0].Keeps.Reason);
    }

    [Fact]
    public void Of_TwoThatMoveItTooFarTogether_AreNotSaidToKeepIt()
    {
        MeterEvidence evidence = With(Shared(), [1, 2], Wide(0.9, 1), Wide(0.4, 0.6));

        Assert.All(MeterJudgement.Of(evidence), of => Assert.Empty(of.Together));
    }

    [Fact]
    public void Of_PairOfWhichOneIsNotNeeded_IsNotSaidToKeepIt()
    {
        MeterEvidence evidence = With(Shared(), [1, 3], Wide(0.7, 0.8));

        Assert.All(MeterJudgement.Of(evidence), of => Assert.Empty(of.Together));
    }

    [Theory]
    [InlineData(49, 100, "49 measures are too few")]
    [InlineData(150, 19, "19 tunes are too few")]
    public void Of_TooFewMeasures_LeavesSettingOpen(int measures, int tunes, string reason) =>
        Assert.All(
            MeterJudgement.Of(Evidence() with { Measures = measures, MeasuresTunes = tunes }),
            of => Assert.Equal((Open, reason), (of.Sets.Verdict, of.Sets.Reason))
        );

    [Theory]
    [InlineData(0.1, 1.9, No)]
    [InlineData(1, 3, Open)]
    [InlineData(2, 3, Yes)]
    public void Of_TokenPutIn_SetsTheCountOrNotOrCannotBeTold(double low, double high, VerdictKind said)
    {
        WiredLayer layer = MeterJudgement.Of(Evidence() with { Reset = Wide(low, high) })[0];

        Assert.Equal(said, layer.Sets.Verdict);
        Assert.Equal(said == Open, layer.Sets.Reason.StartsWith("it can't be told whether a measure token", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_MemoryPutBackUndoesMore_RemembersTheBar()
    {
        WiredLayer layer = MeterJudgement.Of(Evidence() with { PutBack = [Wide(0.9, 1), Wide(0.9, 1), Wide(0, 0.1)], HeldBack = Nothing })[
            0
        ];

        Assert.Equal((Yes, BarRoad.Remembered), (layer.Sets.Verdict, layer.Road));
    }

    [Fact]
    public void Of_NeitherRoadBlocksTheReset_LeavesTheKeeperOpenAndTheLayerBelowOut()
    {
        IReadOnlyList<WiredLayer> layers = MeterJudgement.Of(Evidence() with { PutBack = Nothing, HeldBack = Nothing });

        Assert.Equal([No, Open, Open], layers.Select(of => of.Sets.Verdict));
        Assert.StartsWith("no layer below it is known to set it", layers[1].Sets.Reason, StringComparison.Ordinal);
        Assert.StartsWith("no layer up to layer 2", layers[2].Sets.Reason, StringComparison.Ordinal);
        Assert.All(layers, of => Assert.Null(of.Road));
    }

    [Fact]
    public void Of_RoadThatMayBeEither_LeavesAllOpen() =>
        Assert.All(
            MeterJudgement.Of(Evidence() with { HeldBack = [Wide(0.3, 0.7), null, null] }),
            of => Assert.Equal(Open, of.Sets.Verdict)
        );

    [Theory]
    [InlineData(49, 100, "49 pairs are too few")]
    [InlineData(150, 19, "19 tunes are too few")]
    public void Of_TooFewSteps_LeavesHandingOnOpen(int steps, int tunes, string reason) =>
        Assert.All(
            MeterJudgement.Of(Evidence() with { Steps = steps, StepsTunes = tunes }),
            of => Assert.Equal((Open, reason), (of.HandsOn.Verdict, of.HandsOn.Reason))
        );

    [Fact]
    public void Of_BoundaryThatIsNone_LeavesHandingOnOpen() =>
        Assert.All(
            MeterJudgement.Of(Evidence() with { Boundary = Wide(1, 5) }),
            of => Assert.Equal((Open, "the donors' boundary moves the bar by less than 2 nats"), (of.HandsOn.Verdict, of.HandsOn.Reason))
        );

    [Fact]
    public void Of_OutputOfWhichTheIntervalHoldsTheThreshold_LeavesHandingOnOpen()
    {
        WiredLayer layer = MeterJudgement.Of(Evidence() with { HandedOn = [Wide(0.4, 0.6), Wide(0.9, 1), Wide(1, 1)] })[0];

        Assert.Equal((Open, "the interval holds the threshold"), (layer.HandsOn.Verdict, layer.HandsOn.Reason));
    }

    private static IReadOnlyList<Estimate?> Nothing => [Wide(0, 0.1), Wide(0, 0.1), Wide(0, 0.1)];

    // Layer 1 tells layer 2 of the bar, which keeps the count.
    private static MeterEvidence Evidence(Estimate? second = null)
    {
        Estimate none = Wide(-0.1, 0.1);
        Estimate never = new(0, 0, 0);
        return new MeterEvidence
        {
            Meter = "4/4",
            Layers = 3,
            Pairs = 300,
            Tunes = 100,
            Whole = Wide(8, 9),
            Sham = Wide(-0.1, 0.1),
            Sets =
            [
                new([1], none, never),
                new([2], second ?? new Estimate(0.97, 0.9, 1), never),
                new([3], none, never),
                new([1, 2], Wide(0.9, 1), never),
                new([1, 3], none, never),
                new([2, 3], Wide(0.9, 1), never),
                new([1, 2, 3], Wide(1, 1), never),
            ],
            Measures = 150,
            MeasuresTunes = 100,
            Reset = Wide(4, 6),
            PutBack = [Wide(0, 0.1), Wide(0.9, 1), Wide(0, 0.1)],
            HeldBack = [Wide(0.9, 1), Wide(0, 0.1), Wide(0, 0.1)],
            Steps = 150,
            StepsTunes = 100,
            Boundary = Wide(7, 9),
            HandedOn = [Wide(0, 0.1), Wide(0.9, 1), Wide(1, 1)],
        };
    }

    // Layers 1 and 2 have half of the count each.
    private static MeterEvidence Shared() =>
        (
            (int[][])
                [
                    [1],
                    [2],
                    [1, 3],
                    [2, 3],
                ]
        ).Aggregate(Evidence(), (evidence, layers) => With(evidence, layers, Wide(0.3, 0.4)));

    private static MeterEvidence With(MeterEvidence evidence, int[] layers, Estimate share, Estimate? early = null) =>
        evidence with
        {
            Sets =
            [
                .. evidence.Sets.Select(of =>
                    of.Layers.SequenceEqual(layers) ? new CarriedShare(layers, share, early ?? new(0, 0, 0)) : of
                ),
            ],
        };

    private static Estimate Wide(double low, double high) => new((low + high) / 2, low, high);

    private static IEnumerable<LayerClaim> Claims(WiredLayer of) => [of.Keeps, of.Sets, of.HandsOn];

    private static (double?, double?, double?, int, int, string) Numbers(LayerClaim of) =>
        (of.Share, of.Low, of.High, of.Pairs, of.Tunes, of.Meter);
}
