using Lilt.Generation;
using Lilt.Network;
using Lilt.Planting;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.WeightFiles;
using Xunit;
using static Lilt.Tests.Planting.OpenLoop;

namespace Lilt.Tests.Planting;

/// <summary>That what is said of networks made to order is true of them.</summary>
public sealed class PlantedNetworkTests
{
    public static TheoryData<PlantedKind, int, uint> Counting => Builds(kind => kind != PlantedKind.Chance);

    public static TheoryData<PlantedKind, int, uint> All => Builds(_ => true);

    [Theory]
    [MemberData(nameof(Counting))]
    public void Tunes_OfANetworkThatCounts_HaveMeasuresOfEightEighths(PlantedKind kind, int units, uint seed)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, seed);
        IReadOnlyList<GeneratedTune> tunes = Write(network);

        List<int> measures = Measures(network, tunes);

        Assert.True(measures.Count(notes => notes == 8) >= 0.95 * measures.Count, string.Join(' ', measures));
        Assert.All(
            tunes,
            tune => Assert.Equal(["<s>", "M:4/4", "K:Cmaj"], tune.Tokens.Take(3).Select(token => network.Model.Vocabulary[token]))
        );
        Assert.InRange(tunes.Average(tune => tune.Tokens.Count), 60, 250);
        Assert.InRange(Contrast(network, tunes, 1, [], When.Never), 7, 14);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Layers_PlantedUnitsSilenced_DoWhatIsSaidOfThem(PlantedKind kind, int units, uint seed)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, seed);
        IReadOnlyList<GeneratedTune> tunes = Write(network);
        double whole = Contrast(network, tunes, 1, [], When.Never);

        foreach (PlantedLayer layer in network.Layers.Where(layer => layer.Planted.Count > 0))
        {
            double between = whole - Contrast(network, tunes, layer.Layer, layer.Planted, When.BetweenBars);
            double at = whole - Contrast(network, tunes, layer.Layer, layer.Planted, When.AtBars);

            Assert.True(
                layer.Counts ? between > 0.95 * whole : Math.Abs(between) < 0.05 * whole,
                $"layer {layer.Layer}: {between:F2} of {whole:F2} lost between bars"
            );
            Assert.True(
                layer.Relays ? at > 0.8 * whole : Math.Abs(at) < 0.05 * whole,
                $"layer {layer.Layer}: {at:F2} of {whole:F2} lost at bars"
            );
        }
    }

    [Theory]
    [InlineData(PlantedKind.IdleEchoes, PlantedRole.Echo)]
    [InlineData(PlantedKind.Shadows, PlantedRole.Shadow)]
    public void Layers_IdleUnitsSilenced_OthersStillCount(PlantedKind kind, PlantedRole idle)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, 96, 1);
        IReadOnlyList<GeneratedTune> tunes = Write(network);
        PlantedRole real = kind == PlantedKind.Shadows ? PlantedRole.Counter : PlantedRole.Relay;
        double whole = Contrast(network, tunes, 1, [], When.Never);

        Assert.Equal(network.Layers[0].Units(idle), network.Layers[0].Planted);
        Assert.InRange(Contrast(network, tunes, 1, network.Layers[0].Units(idle), When.Always), 0.95 * whole, 1.05 * whole);
        Assert.InRange(Contrast(network, tunes, 1, network.Layers[0].Units(real), When.Always), -0.2 * whole, 0.2 * whole);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Layers_Distributed_AnyThirdHurtsAlike(int layer)
    {
        PlantedNetwork network = PlantedNetwork.Make(PlantedKind.Distributed, 96, 1);
        IReadOnlyList<GeneratedTune> tunes = Write(network);
        double whole = Contrast(network, tunes, 1, [], When.Never);
        int[] able =
        [
            .. Enumerable.Range(0, 96).Where(unit => network.Layers[layer - 1].Roles[unit] is PlantedRole.Counter or PlantedRole.Detector),
        ];

        double[] lost =
        [
            .. able.Chunk(able.Length / 3)
                .Where(third => third.Length == able.Length / 3)
                .Select(third => (whole - Contrast(network, tunes, layer, third, When.BetweenBars)) / whole),
        ];

        Assert.All(lost, share => Assert.InRange(share, 0.15, 0.5));
    }

    [Theory]
    [InlineData(PlantedKind.Chance, 64)]
    [InlineData(PlantedKind.Chance, 96)]
    public void Tunes_OfChance_HaveBarsAtRandom(PlantedKind kind, int units)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, 3);
        IReadOnlyList<GeneratedTune> tunes = Write(network);
        int steps = tunes.Sum(tune => tune.Tokens.Count - 3);
        List<int> measures = Measures(network, tunes);

        Assert.InRange((double)measures.Count / steps, 0.09, 0.17);
        Assert.InRange(measures.Count(notes => notes == 8) / (double)measures.Count, 0, 0.15);
        Assert.InRange(Contrast(network, tunes, 1, [], When.Never), -0.05, 0.05);
    }

    [Theory]
    [MemberData(nameof(Counting))]
    public void Planted_RankByBandPower_FindsThem(PlantedKind kind, int units, uint seed)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, seed);
        TuneRecording recording = TuneRecordings
            .Record(network.Model, new GenerationOptions { Seed = 42 }, null, [SiteKind.Hidden], "test")
            .Single();
        Period interval = MeasureBand.Interval([.. recording.Output.Select(token => network.Model.Vocabulary[token] == "|")])!.Value;

        Assert.Equal(PlantedNetwork.Period, interval.Steps);
        foreach (PlantedLayer layer in network.Layers.Where(layer => layer.Planted.Count > 0))
        {
            UnitSequences h = UnitSequences.OfLayer(recording.Memory(SiteKind.Hidden), network.Layers.Count, units, layer.Layer);
            LayerSpectra spectra = LayerSpectra.Of(h, SpectrumOptions.Default with { DirectCurrent = DirectCurrent.Exclude });
            IReadOnlyList<UnitFraction> top = UnitSelection.Top(spectra.BandFractions(MeasureBand.Around(interval, spectra.Grid)), 0.33);

            Assert.Equal(layer.Planted.Count, top.Count);

            // Two in 32, and one in 8: the grammar's mark of a bar beats as the relays do, and a tune is short.
            Assert.InRange(
                top.Count(unit => layer.Planted.Contains(unit.Unit)),
                layer.Planted.Count - Math.Max(1, layer.Planted.Count / 16),
                layer.Planted.Count
            );
        }
    }

    [Theory]
    [MemberData(nameof(Counting))]
    public void Strengths_OfALayer_AreAlikeWhateverTheRole(PlantedKind kind, int units, uint seed)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, seed);
        List<TuneRecording> recordings =
        [
            .. TuneRecordings.Record(
                network.Model,
                new GenerationOptions
                {
                    Seed = 7,
                    Tunes = 8,
                    Limit = 300,
                },
                null,
                [SiteKind.Hidden],
                "test"
            ),
        ];

        foreach (PlantedLayer layer in network.Layers)
        {
            double[] norms = UnitStrength.OutgoingNorms(network.Model.Weights, layer.Layer);
            double[] strengths = [.. Enumerable.Range(0, units).Select(unit => norms[unit] * Deviation(recordings, layer.Layer, unit))];
            double[] means =
            [
                .. layer
                    .Roles.Distinct()
                    .Where(role => role is not (PlantedRole.Grammar or PlantedRole.Silent))
                    .Select(role => layer.Units(role).Average(unit => strengths[unit])),
            ];

            // Within a build, of a few units a role, drawn from 1 to 1.6 times the largest.
            Assert.True(means.Max() / means.Min() < 1.45, $"layer {layer.Layer}: {string.Join(' ', means)}");
        }
    }

    [Fact]
    public void Make_AnotherSeed_IsAnotherBuildOfTheSameTruth()
    {
        PlantedNetwork first = PlantedNetwork.Make(PlantedKind.Relay, 48, 1);
        PlantedNetwork second = PlantedNetwork.Make(PlantedKind.Relay, 48, 2);

        Assert.Equal(first.Model.Hash, PlantedNetwork.Make(PlantedKind.Relay, 48, 1).Model.Hash);
        Assert.NotEqual(first.Model.Hash, second.Model.Hash);
        Assert.Equal(
            first.Layers.Select(layer => (layer.Counts, layer.Relays, layer.Planted.Count)),
            second.Layers.Select(layer => (layer.Counts, layer.Relays, layer.Planted.Count))
        );
        Assert.NotEqual(first.Layers[0].Planted, second.Layers[0].Planted);
        Assert.False(first.Model.Weights.Layers[1].InputWeights[2].Span.SequenceEqual(second.Model.Weights.Layers[1].InputWeights[2].Span));
    }

    [Fact]
    public void Model_WrittenAndReadBack_IsTheSame()
    {
        string path = Path.Combine(Path.GetTempPath(), $"lilt-planted-{Guid.NewGuid():N}.safetensors");
        try
        {
            Model model = PlantedNetwork.Make(PlantedKind.IdleEchoes, 24, 5).Model;
            ModelFile.Write(model, path);

            Assert.Equal(model.Hash, ModelFile.Read(path).Hash);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Make_TooFewUnitsOrAnUnknownKind_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedNetwork.Make(PlantedKind.Relay, PlantedNetwork.FewestUnits - 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedNetwork.Make((PlantedKind)99, 24, 1));
        Assert.All(
            Enum.GetValues<PlantedKind>(),
            kind => Assert.Equal(PlantedNetwork.FewestUnits, PlantedNetwork.Make(kind, PlantedNetwork.FewestUnits, 1).Model.Shape.Units)
        );
    }

    private static double Deviation(List<TuneRecording> recordings, int layer, int unit)
    {
        double[] values =
        [
            .. recordings.SelectMany(recording =>
            {
                double[] sequence = new double[recording.Steps];
                UnitSequences
                    .OfLayer(recording.Memory(SiteKind.Hidden), recording.Facts.Layers, recording.Facts.Units, layer)
                    .CopyUnit(unit, sequence);
                return sequence;
            }),
        ];
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static TheoryData<PlantedKind, int, uint> Builds(Func<PlantedKind, bool> wanted)
    {
        TheoryData<PlantedKind, int, uint> data = [];
        foreach (PlantedKind kind in Enum.GetValues<PlantedKind>().Where(wanted))
        {
            data.Add(kind, 96, 1);
            data.Add(kind, 96, 2);
            data.Add(kind, 24, 3);
        }

        return data;
    }
}
