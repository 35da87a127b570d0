using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Planting;
using Lilt.Planting.Causes;
using Lilt.Recording;
using Xunit;

namespace Lilt.Tests.Planting;

/// <summary>That what is said of planted networks is true of them: states exchanged, tokens put in, outputs shown.</summary>
public sealed class CausalInterchangeTests
{
    // A bar is due over this, and isn't under the other: logarithms of its probability.
    private const double Due = -0.7;
    private const double NotDue = -4;

    public static TheoryData<CausalKind, int, CountDirection, int, uint> Counting =>
        CausalNetworkTests.Builds(kind => CausalKinds.Keepers(kind) is not [0]);

    public static TheoryData<CausalKind, int, CountDirection, int, uint> Setting =>
        CausalNetworkTests.Builds(kind => CausalKinds.Keepers(kind) is not [0] && kind != CausalKind.Clock);

    [Theory]
    [MemberData(nameof(Counting))]
    public void State_OfADonorTwoFurther_MovesTheBarWhereTheCountIsKept(
        CausalKind kind,
        int keeper,
        CountDirection direction,
        int units,
        uint seed
    )
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        PlantedInterchange tunes = new(network, 8);

        AssertDue(false, tunes.Exchanged([], 2, 4, 6), "nothing");
        AssertDue(true, tunes.Exchanged([1, 2, 3], 2, 4, 6), "all");
        AssertDue(false, tunes.Exchanged([1, 2, 3], 2, 2, 6), "all, from a place as far");
        foreach (LayerTruth layer in network.Truth.Layers)
        {
            bool moves = layer.Part is CountPart.Whole or CountPart.Twofold || (kind == CausalKind.Cancelling && layer.Layer == keeper);
            AssertDue(moves, tunes.Exchanged([layer.Layer], 2, 4, 6), $"layer {layer.Layer}");
        }

        if (CausalKinds.Second(kind, keeper) is > 0 and int second)
        {
            AssertDue(true, tunes.Exchanged([keeper, second], 2, 4, 6), "both");
            AssertDue(false, tunes.Exchanged([6 - keeper - second], 2, 4, 6), "the third");
        }
    }

    [Theory]
    [MemberData(nameof(Counting))]
    public void State_OfADonorTwoBack_LosesTheBarWhereTheCountIsKept(
        CausalKind kind,
        int keeper,
        CountDirection direction,
        int units,
        uint seed
    )
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        PlantedInterchange tunes = new(network, 8);

        AssertDue(true, tunes.Exchanged([], 4, 2, 8), "nothing");
        AssertDue(false, tunes.Exchanged([1, 2, 3], 4, 2, 8), "all");
        AssertDue(true, tunes.Exchanged([1, 2, 3], 4, 4, 8), "all, from a place as far");
        foreach (LayerTruth layer in network.Truth.Layers)
        {
            // Of two whole counts the other suffices; what takes part of the count back takes more of it.
            bool loses =
                layer.Part is CountPart.Whole
                || kind is CausalKind.Shared or CausalKind.Balanced && layer.Part == CountPart.Some
                || (kind == CausalKind.Cancelling && layer.Layer == keeper);
            AssertDue(!loses, tunes.Exchanged([layer.Layer], 4, 2, 8), $"layer {layer.Layer}");
        }
    }

    [Fact]
    public void Cancelling_KeeperAlone_MovesTheBarTwiceAsFar()
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(CausalKind.Cancelling, 2, 64, 1), 8);

        AssertDue(true, tunes.Exchanged([2], 2, 4, 4), "the keeper");
        AssertDue(false, tunes.Exchanged([2, 3], 2, 4, 4), "both");
        AssertDue(false, tunes.Exchanged([1, 2, 3], 2, 4, 4), "all");
    }

    [Theory]
    [MemberData(nameof(Setting))]
    public void MeasureTokenPutIn_SetsTheCount_AndIsToldAtOnceOrRemembered(
        CausalKind kind,
        int keeper,
        CountDirection direction,
        int units,
        uint seed
    )
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        PlantedInterchange tunes = new(network, 8);

        AssertDue(true, tunes.Exchanged([], 4, 4, 8), "none put in");
        AssertDue(false, tunes.Inserted(4, 8), "put in");
        if (CausalKinds.Second(kind, keeper) == 0)
        {
            bool isRemembered = keeper == 1 || kind == CausalKind.Reminded;
            AssertDue(isRemembered, tunes.Inserted(4, 8, Edge.Recurrent), "layer 1 is given back its state");
            AssertDue(!isRemembered, tunes.Inserted(4, 8, Edge.Up), "layer 1 shows what it showed before");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void MeasureTokenPutIn_OfAClock_IsAStepAndNoMore(int keeper)
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(CausalKind.Clock, keeper, 64, 1), 8);

        AssertDue(true, tunes.Inserted(4, 7), "one token before the measure would be full");
        AssertDue(false, tunes.Inserted(4, 6), "two before");
    }

    [Theory]
    [MemberData(nameof(Counting))]
    public void Output_OfADonorAtABar_MovesTheBarFromTheKeeperUp(
        CausalKind kind,
        int keeper,
        CountDirection direction,
        int units,
        uint seed
    )
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        PlantedInterchange tunes = new(network, 8);

        AssertDue(false, tunes.HandedUp(0, 4), "nothing");
        foreach (LayerTruth layer in network.Truth.Layers)
        {
            if (!layer.HandsOn.HasFlag(PossibleVerdicts.Supported))
            {
                AssertDue(false, tunes.HandedUp(layer.Layer, 4), $"layer {layer.Layer}");
            }
            else if (layer.HandsOn == PossibleVerdicts.Supported)
            {
                AssertDue(true, tunes.HandedUp(layer.Layer, 4), $"layer {layer.Layer}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Marker_ShownByAnyLayer_BringsTheBarAndIsKeptByNone(uint seed)
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(CausalKind.Marker, 0, 64, seed), 5, 24);

        AssertDue(false, tunes.HandedUp(0, 3), "nothing");
        Assert.All((int[])[1, 2, 3], layer => AssertDue(true, tunes.HandedUp(layer, 3), $"layer {layer}"));
        AssertDue(true, tunes.Exchanged([1, 2, 3], 3, 2, 5), "all, at the measure's own end");
    }

    [Theory]
    [InlineData(CausalKind.Chance, 1)]
    [InlineData(CausalKind.Chance, 2)]
    [InlineData(CausalKind.Misleading, 1)]
    [InlineData(CausalKind.Misleading, 2)]
    public void State_OfANetworkWithBarsByChance_MovesTheBarLittle(CausalKind kind, uint seed)
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(kind, 0, 64, seed), 3, 12);

        double untouched = tunes.Exchanged([], 1, 1, 3);

        Assert.All(
            (int[][])
                [
                    [1],
                    [2],
                    [3],
                    [1, 2, 3],
                ],
            layers => Assert.InRange(tunes.Exchanged(layers, 1, 2, 3), untouched - 0.5, untouched + 0.5)
        );
    }

    [Theory]
    [InlineData(CausalKind.Durations, 1, CountDirection.ToGo)]
    [InlineData(CausalKind.Durations, 2, CountDirection.ToGo)]
    [InlineData(CausalKind.Durations, 3, CountDirection.ToGo)]
    [InlineData(CausalKind.Durations, 1, CountDirection.Gone)]
    [InlineData(CausalKind.Durations, 2, CountDirection.Gone)]
    [InlineData(CausalKind.Durations, 3, CountDirection.Gone)]
    [InlineData(CausalKind.Tokens, 2, CountDirection.ToGo)]
    [InlineData(CausalKind.Tokens, 3, CountDirection.Gone)]
    [InlineData(CausalKind.Decoys, 1, CountDirection.Gone)]
    [InlineData(CausalKind.Decoys, 3, CountDirection.ToGo)]
    [InlineData(CausalKind.Clock, 1, CountDirection.ToGo)]
    [InlineData(CausalKind.Clock, 2, CountDirection.ToGo)]
    [InlineData(CausalKind.Relay, 1, CountDirection.ToGo)]
    [InlineData(CausalKind.Reminded, 2, CountDirection.ToGo)]
    public void State_FromAnotherMeter_SaysWhatIsToGoOrWhatHasGone(CausalKind kind, int keeper, CountDirection direction)
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, 64, 3, direction);
        PlantedInterchange common = new(network, 8);
        PlantedInterchange compound = new(network, 6);
        bool toGo = network.Truth.Direction == CountDirection.ToGo;

        // 3 gone and 3 to go, put where 3 have gone and 5 are to go: the bar is due at 6, or at 8.
        AssertDue(toGo, common.Exchanged([keeper], 3, 3, 6, compound), "at 6");
        if (!toGo)
        {
            AssertDue(true, common.Exchanged([keeper], 3, 3, 8, compound), "at 8");
        }

        // 2 gone and 6 to go, put where 2 have gone and 4 are to go: not at 6, or at 6.
        AssertDue(!toGo, compound.Exchanged([keeper], 2, 2, 6, common), "in 6/8, at 6");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Relays_AboveTheKeeper_RememberNothing(int keeper)
    {
        CausalNetwork network = CausalNetwork.Make(CausalKind.Relay, keeper, 64, 1);
        const int At = 20;
        TuneRecording[] tunes = [.. new PlantedInterchange(network, 8).Tunes.Where(tune => tune.Steps > 2 * At).Take(2)];
        OperationPlan plan = new(
            Enumerable.Range(keeper + 1, 3 - keeper).Select(layer => Patch.State(tunes[1], At + 3, layer, At, Edge.Recurrent))
        );

        TuneRecording patched = network.Model.With(plan).Read(tunes[0].Output, SiteKind.Posterior);

        // A forget gate that is shut keeps 4·10⁻¹¹, far under what float32 adds to anything else.
        for (int step = 0; step < tunes[0].Steps; step++)
        {
            Assert.Equal(tunes[0][Site.Posterior][step], patched[Site.Posterior][step]);
        }
    }

    [Theory]
    [InlineData(PlantedRole.Idle, 0)]
    [InlineData(PlantedRole.Shadow, 0)]
    [InlineData(PlantedRole.Booster, 8)]
    [InlineData(PlantedRole.Mean, 20)]
    [InlineData(PlantedRole.Counter, 20)]
    public void Units_OfDecoys_CutAway_TakeTheBarOrDoNot(PlantedRole role, double loss)
    {
        CausalNetwork network = CausalNetwork.Make(CausalKind.Decoys, 2, 64, 1);
        TuneRecording tune = new PlantedInterchange(network, 8).Tunes.First();
        OperationPlan plan = new(
            Enumerable
                .Range(1, 3)
                .Select(layer =>
                    OperationPlan.Excise(layer, network.Roles(layer).Index().Where(unit => unit.Item == role).Select(unit => unit.Index))
                )
                .SelectMany(excision => excision.Operations)
        );

        TuneRecording cut = network.Model.With(plan).Read(tune.Output, SiteKind.Logits);
        TuneRecording whole = network.Model.Read(tune.Output, SiteKind.Logits);
        network.Model.Vocabulary.TryFind("|", out Token bar);
        double[] lost =
        [
            .. Enumerable
                .Range(0, tune.Steps)
                .Where(step => tune.Output[step] == bar)
                .Select(step => (double)(whole[Site.Logits][step][bar.Index] - cut[Site.Logits][step][bar.Index])),
        ];

        Assert.InRange(lost.Average(), loss - 1, loss + 4);
    }

    private static void AssertDue(bool due, double bar, string what) =>
        Assert.True(due ? bar > Due : bar < NotDue, $"{what}: a bar is {(due ? "" : "not ")}due, and its probability is e^{bar:F2}");
}
