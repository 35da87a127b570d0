using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting;
using Lilt.Planting.Causes;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.Planting;

/// <summary>What networks of known answer write, and that they are what they say.</summary>
public sealed class CausalNetworkTests
{
    /// <summary>Of one tune in some hundreds a count is lost: noise of all weights, added up.</summary>
    private const double NearlyAll = 0.985;

    public static TheoryData<CausalKind, int, CountDirection, int, uint> All => Builds(_ => true);

    public static TheoryData<CausalKind, int, CountDirection, int, uint> Counting => Builds(kind => CausalKinds.Keepers(kind) is not [0]);

    [Theory]
    [MemberData(nameof(Counting))]
    public void Tunes_OfANetworkThatCounts_HaveFullMeasures(CausalKind kind, int keeper, CountDirection direction, int units, uint seed)
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        foreach (int measure in (int[])[8, 6])
        {
            PlantedInterchange tunes = new(network, measure);
            List<int> measures = tunes.Measures();
            (int Counted, double Bar)[] bars = [.. tunes.Bars()];

            Assert.True(measures.Count > 40, $"{measures.Count} measures");
            Assert.True(measures.Count(of => of == measure) >= NearlyAll * measures.Count, string.Join(' ', measures));
            Assert.True(
                bars.Count(bar => bar.Counted == measure && bar.Bar > -0.2) >= NearlyAll * bars.Count(bar => bar.Counted == measure)
            );
            Assert.True(bars.Count(bar => bar.Counted < measure && bar.Bar < -4) >= NearlyAll * bars.Count(bar => bar.Counted < measure));
        }
    }

    [Theory]
    [MemberData(nameof(Counting))]
    public void Tunes_OfANetworkThatCounts_PartDurationsFromTokens(
        CausalKind kind,
        int keeper,
        CountDirection direction,
        int units,
        uint seed
    )
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, units, seed, direction);
        List<MeasurePlace> places =
        [
            .. new PlantedInterchange(network, 8).Tunes.SelectMany(tune =>
                MeasurePlace.Of(network.Model.Vocabulary, [.. tune.Input, tune.Output[^1]])
            ),
        ];

        // Of the places at which four eighths have gone, no number of tokens has two thirds.
        int[] tokens = [.. places.Where(place => place.IsOpen && place.Eighths == 4).Select(place => place.Tokens)];
        Assert.True(tokens.GroupBy(count => count).Max(group => group.Count()) < 0.67 * tokens.Length);
        Assert.Contains(3, tokens);
        Assert.Contains(5, tokens);
    }

    [Theory]
    [InlineData(CausalKind.Chance)]
    [InlineData(CausalKind.Misleading)]
    public void Tunes_OfChance_HaveBarsAlikeWhateverHasGone(CausalKind kind)
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(kind, 0, 64, 1), 8, 24);
        (int Counted, double Bar)[] bars = [.. tunes.Bars()];

        Assert.InRange(tunes.Measures().Count(measure => measure == 8) / (double)tunes.Measures().Count, 0.02, 0.15);
        Assert.All(
            Enumerable.Range(1, 10),
            gone => Assert.InRange(bars.Where(bar => bar.Counted == gone).Average(bar => bar.Bar), -2.2, -1.7)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Tunes_OfMarkers_HaveABarBehindEachAndNowhereElse(uint seed)
    {
        CausalNetwork network = CausalNetwork.Make(CausalKind.Marker, 0, 64, seed);
        int bars = 0;
        foreach (TuneRecording tune in new PlantedInterchange(network, 8).Tunes)
        {
            double[] bar = tune.LogProbabilities(TokenKind.Measure);
            for (int step = 3; step < tune.Steps; step++)
            {
                bool isMarked = network.Model.Vocabulary[tune.Input[step]] == "c'";
                bars += isMarked ? 1 : 0;
                Assert.True(isMarked ? bar[step] > -0.2 : bar[step] < -4, $"step {step}: {bar[step]}");
            }
        }

        Assert.True(bars > 60);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Tunes_OfRandomWeights_HaveBarsAndFewFullMeasures(uint seed)
    {
        PlantedInterchange tunes = new(CausalNetwork.Make(CausalKind.Random, 0, 64, seed), 8);

        Assert.True(tunes.Measures().Count > 30);
        Assert.True(tunes.Measures().Count(measure => measure == 8) < 0.2 * tunes.Measures().Count);
    }

    [Theory]
    [InlineData(CausalKind.Decoys, 2)]
    [InlineData(CausalKind.Misleading, 0)]
    public void Decoys_BesideTheRest_BeatMoreStronglyAndAreReadByNothing(CausalKind kind, int keeper)
    {
        CausalNetwork network = CausalNetwork.Make(kind, keeper, 64, 1);
        TuneRecording tune = new PlantedInterchange(network, 8).Tunes.First();
        for (int layer = 1; layer <= 3; layer++)
        {
            double Beats(PlantedRole role) =>
                network
                    .Roles(layer)
                    .Index()
                    .Where(unit => unit.Item == role)
                    .Select(unit => Deviation(tune[Site.H(layer)].Unit(unit.Index)))
                    .DefaultIfEmpty()
                    .Average();

            Assert.True(Beats(PlantedRole.Idle) > 1.5 * Beats(PlantedRole.Counter), $"layer {layer}");
            Assert.True(Beats(PlantedRole.Idle) > 0.3, $"layer {layer}");
        }

        if (keeper > 0)
        {
            Assert.True(Outgoing(network, PlantedRole.Idle) < 0.1 * Outgoing(network, PlantedRole.Counter));
        }
    }

    [Fact]
    public void Vocabulary_IsTheShippedNetworks() =>
        Assert.Equal(ShippedNetwork.Model.Vocabulary.Texts, CausalNetwork.Make(CausalKind.Chance, 0, 32, 1).Model.Vocabulary.Texts);

    [Theory]
    [MemberData(nameof(All))]
    public void Truth_OfEveryKind_NamesTheKeeperAndNoOther(CausalKind kind, int keeper, CountDirection direction, int units, uint seed)
    {
        CausalTruth truth = CausalNetwork.Make(kind, keeper, units, seed, direction).Truth;
        int second = CausalKinds.Second(kind, keeper);

        Assert.Equal([1, 2, 3], truth.Layers.Select(layer => layer.Layer));
        Assert.All(
            truth.Layers,
            layer =>
            {
                bool isKeeper = layer.Layer == keeper || layer.Layer == second;
                Assert.Equal(isKeeper, layer.Part is CountPart.Whole or CountPart.Twofold or CountPart.Some);
                Assert.True(isKeeper || !layer.Keeps.HasFlag(PossibleVerdicts.Supported));
                Assert.All(
                    (PossibleVerdicts[])[layer.Keeps, layer.Sets, layer.HandsOn],
                    verdicts => Assert.NotEqual(PossibleVerdicts.None, verdicts)
                );
            }
        );
        Assert.Equal(keeper == 0, truth.Direction is null);
        Assert.Equal(keeper == 0, truth.Counted == Counted.Nothing);
    }

    [Fact]
    public void Make_AnotherSeed_IsAnotherBuildOfTheSameTruth()
    {
        CausalNetwork first = CausalNetwork.Make(CausalKind.Durations, 2, 64, 1);
        CausalNetwork second = CausalNetwork.Make(CausalKind.Durations, 2, 64, 2);

        Assert.Equal(first.Model.Hash, CausalNetwork.Make(CausalKind.Durations, 2, 64, 1).Model.Hash);
        Assert.NotEqual(first.Model.Hash, second.Model.Hash);
        Assert.Equal(first.Truth.Layers, second.Truth.Layers);
        Assert.NotEqual(first.Roles(2), second.Roles(2));
        Assert.NotEqual(first.Model.Hash, CausalNetwork.Make(CausalKind.Durations, 3, 64, 1).Model.Hash);
    }

    [Fact]
    public void Weights_OfAllUnits_HaveNoise()
    {
        CausalNetwork network = CausalNetwork.Make(CausalKind.Durations, 2, 32, 1);

        Assert.DoesNotContain(0f, network.Model.Weights.OutputWeights.ToArray());
        Assert.All(
            network.Model.Weights.Layers,
            layer => Assert.All(layer.RecurrentWeights.Concat(layer.InputWeights), gate => Assert.DoesNotContain(0f, gate.ToArray()))
        );
    }

    [Fact]
    public void Model_WrittenAndReadBack_SaysWhatIsTrueOfIt()
    {
        string path = Path.Combine(Path.GetTempPath(), $"lilt-planted-{Guid.NewGuid():N}.safetensors");
        try
        {
            CausalNetwork network = CausalNetwork.Make(CausalKind.Reminded, 2, 32, 5);
            ModelFile.Write(network.Model, path);
            Model read = ModelFile.Read(path);

            Assert.Equal(network.Model.Hash, read.Hash);
            Assert.Equal("reminded", read.Provenance.Facts["planted.kind"]);
            Assert.Equal("2", read.Provenance.Facts["planted.keeper"]);
            Assert.Equal("durations", read.Provenance.Facts["planted.counted"]);
            Assert.Equal("togo", read.Provenance.Facts["planted.direction"]);
            Assert.Equal("supported", read.Provenance.Facts["planted.layer.1.sets"]);
            Assert.Equal("contradicted or undetermined", read.Provenance.Facts["planted.layer.1.keeps"]);
            Assert.Equal(
                network.Roles(2).Index().Where(unit => unit.Item == PlantedRole.Counter).Select(unit => unit.Index),
                read.Provenance.Facts["planted.layer.2.counters"].Split(' ').Select(int.Parse)
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Make_WhatThereIsNot_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalNetwork.Make(CausalKind.Durations, 2, CausalNetwork.FewestUnits - 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalNetwork.Make((CausalKind)99, 2, 32, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalNetwork.Make(CausalKind.Relay, 3, 32, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalNetwork.Make(CausalKind.Chance, 1, 32, 1));
        Assert.Throws<ArgumentException>(() => CausalNetwork.Make(CausalKind.Twice, 1, 32, 1, CountDirection.Gone));
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalNetwork.Make(CausalKind.Durations, 1, 32, 1, (CountDirection)9));
    }

    [Fact]
    public void Make_OfTheFewestUnits_HoldsEveryRole() =>
        Assert.All(
            Enum.GetValues<CausalKind>().SelectMany(kind => CausalKinds.Keepers(kind), (kind, keeper) => (kind, keeper)),
            of => Assert.Contains(PlantedRole.Bustle, CausalNetwork.Make(of.kind, of.keeper, CausalNetwork.FewestUnits, 1).Roles(1))
        );

    /// <summary>Two builds of each kind, keeper and direction, small and large.</summary>
    internal static TheoryData<CausalKind, int, CountDirection, int, uint> Builds(Func<CausalKind, bool> wanted)
    {
        TheoryData<CausalKind, int, CountDirection, int, uint> data = [];
        foreach (CausalKind kind in Enum.GetValues<CausalKind>().Where(wanted))
        {
            foreach (int keeper in CausalKinds.Keepers(kind))
            {
                data.Add(kind, keeper, CountDirection.ToGo, 64, 1);
                data.Add(kind, keeper, CausalKinds.HasDirections(kind) ? CountDirection.Gone : CountDirection.ToGo, 32, 2);
            }
        }

        return data;
    }

    private static double Deviation(float[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>The largest weight that leaves a unit of a role of layer 2 for layer 3.</summary>
    private static double Outgoing(CausalNetwork network, PlantedRole role) =>
        network
            .Roles(2)
            .Index()
            .Where(unit => unit.Item == role)
            .Max(unit =>
                network
                    .Model.Weights.Layers[2]
                    .InputWeights.Max(gate =>
                        gate.Span.Slice(unit.Index * network.Model.Shape.Units, network.Model.Shape.Units).ToArray().Max(Math.Abs)
                    )
            );
}
