using FsCheck;
using FsCheck.Fluent;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Microsoft.FSharp.Core;
using Xunit;

namespace Lilt.Tests.WeightFiles;

public sealed class FolkRnnPickleTests
{
    public static TheoryData<PickleDialect, string, bool> Layouts()
    {
        TheoryData<PickleDialect, string, bool> layouts = [];
        foreach (PickleDialect dialect in Enum.GetValues<PickleDialect>())
        {
            foreach (string type in new[] { "<f4", ">f4", "<f8", ">f8" })
            {
                layouts.Add(dialect, type, false);
                layouts.Add(dialect, type, true);
            }
        }

        return layouts;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_EveryDialectTypeAndOrder_GivesTheModelsHash(PickleDialect dialect, string type, bool isFortran)
    {
        Model model = WeightReading.Small();

        Model read = WeightReading.Read(PickleWriter.FolkRnn(model, dialect, type, isFortran).ToArray());

        Assert.Equal(model.Hash, read.Hash);
        Assert.Equal("random", read.Provenance.Name);
        Assert.Equal("99", read.Provenance.Facts["epochs"]);
        Assert.Equal("[3.5, 2.25]", read.Provenance.Facts["losses"]);
        Assert.Equal("0.003", read.Provenance.Facts["learning_rate"]);
    }

    [Fact]
    public void Read_AnyShape_GivesTheModelsHashPlainAndPacked()
    {
        // A fixed seed: a failure comes again.
        Config config = Config
            .QuickThrowOnFailure.WithMaxTest(60)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 21), FSharpOption<int>.None)));
        var shapes =
            from layers in Gen.Choose(1, 5)
            from units in Gen.Choose(1, 9)
            from tokens in Gen.Choose(2, 40)
            from dialect in Gen.Elements(Enum.GetValues<PickleDialect>())
            select (Shape: new NetworkShape(layers, units, tokens), Dialect: dialect);

        Check.One(
            config,
            Prop.ForAll(
                shapes.ToArbitrary(),
                drawn =>
                {
                    Model model = RandomModels.Create(drawn.Shape);
                    byte[] file = PickleWriter.FolkRnn(model, drawn.Dialect).ToArray();
                    return WeightReading.Read(file).Hash == model.Hash
                        && WeightReading.Read(WeightReading.Gzip(file)).Hash == model.Hash
                        && WeightReading.Read(WeightReading.Safetensors(model)).Hash == model.Hash;
                }
            )
        );
    }

    [Fact]
    public void Read_EmbeddingThatIsNotTheIdentity_IsFoldedIntoLayerOne()
    {
        const int Embedded = 2;
        Model model = WeightReading.Small(layers: 1, units: 2, tokens: 3);
        float[] embedding = [1, 2, 3, 4, 5, 6];
        float[] behind = [0.5f, -1, 0.25f, 2];
        float[] expected = [0.5f + 0.5f, -1 + 4, 1.5f + 1, -3 + 8, 2.5f + 1.5f, -5 + 12];

        Model read = WeightReading.Read(
            PickleWriter
                .FolkRnn(
                    model,
                    PickleDialect.Python2,
                    change: arrays =>
                    {
                        arrays[0] = ([3, Embedded], embedding);
                        for (int gate = 0; gate < 4; gate++)
                        {
                            arrays[1 + (3 * gate)] = ([Embedded, 2], behind);
                        }
                    }
                )
                .ToArray()
        );

        Assert.All(read.Weights.Layers[0].InputWeights, weights => Assert.Equal(expected, weights.ToArray()));
    }

    [Fact]
    public void Read_IdentityEmbedding_LeavesEveryBit()
    {
        Model model = RandomModels.Changed(
            WeightReading.Small(),
            weights =>
            {
                weights.Layers[0].InputWeights[0][1] = -0f;
                weights.Layers[0].InputWeights[0][2] = float.Epsilon;
            }
        );

        Model read = WeightReading.Read(PickleWriter.FolkRnn(model, PickleDialect.Protocol3).ToArray());

        Assert.Equal(
            model.Weights.Layers[0].InputWeights[0].ToArray().Select(BitConverter.SingleToInt32Bits),
            read.Weights.Layers[0].InputWeights[0].ToArray().Select(BitConverter.SingleToInt32Bits)
        );
    }

    [Fact]
    public void Read_LayersOfUnequalUnits_NamesBothShapes()
    {
        Model model = WeightReading.Small();

        WeightFormatException refused = WeightReading.Refused(
            PickleWriter.FolkRnn(model, PickleDialect.Python2, change: arrays => arrays[15] = ([3, 4], new float[12])).ToArray()
        );

        Assert.Contains("[3, 3] for param_values[15] (layer 2, input weights of i)", refused.Expected, StringComparison.Ordinal);
        Assert.Equal("[3, 4]", refused.Found);
    }

    [Fact]
    public void Read_ArrayMissing_SaysHowManyThereAre()
    {
        WeightFormatException refused = WeightReading.Refused(
            PickleWriter.FolkRnn(WeightReading.Small(), PickleDialect.Python2, change: arrays => arrays.RemoveAt(3)).ToArray()
        );

        Assert.Equal("30", refused.Found);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void Read_WeightThatIsNotFinite_NamesParameterAndIndex(float value, string shown)
    {
        Model model = RandomModels.Changed(
            WeightReading.Small(),
            weights => weights.Layers[1].RecurrentWeights[(int)Gate.Forget][4] = value
        );

        WeightFormatException refused = WeightReading.Refused(PickleWriter.FolkRnn(model, PickleDialect.Python2).ToArray());

        Assert.Contains("layer 2, recurrent weights of f", refused.Expected, StringComparison.Ordinal);
        Assert.Equal($"{shown} at index 4", refused.Found);
    }

    [Fact]
    public void Read_OtherVocabularyGiven_SaysWhereTheyPart()
    {
        WeightFormatException refused = WeightReading.Refused(
            PickleWriter.FolkRnn(WeightReading.Small(), PickleDialect.Python2).ToArray(),
            new Lilt.Notation.Tokens.Vocabulary(["<s>", "</s>", "x", "t3", "t4"])
        );

        Assert.Contains("'x' at 2", refused.Expected, StringComparison.Ordinal);
        Assert.Equal("'t2'", refused.Found);
    }

    [Fact]
    public void Write_WhatWasReadFromAPickle_KeepsHashNameAndFacts()
    {
        Model read = WeightReading.Read(PickleWriter.FolkRnn(WeightReading.Small(), PickleDialect.Python2).ToArray());
        Model again = WeightReading.Read(WeightReading.Safetensors(read));

        Assert.Equal(read.Hash, again.Hash);
        Assert.Equal(read.Provenance.Name, again.Provenance.Name);
        Assert.NotEmpty(read.Provenance.Facts);
        Assert.Equal(read.Provenance.Facts, again.Provenance.Facts);
    }

    [Fact]
    public void Read_AModelOfFolkRnnsSize_TakesLittleMemory()
    {
        // 22.5 MB of file become 22.4 MB of weights; a third copy would show.
        const long LeastBytes = 22_000_000;
        const long MostBytes = 50_000_000;
        byte[] file = PickleWriter.FolkRnn(RandomModels.Create(new NetworkShape(3, 512, 137)), PickleDialect.Python2).ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Model model = WeightReading.Read(file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, LeastBytes, MostBytes);
        Assert.Equal(5_599_881, model.Shape.Parameters);
        Assert.Equal(3_072, model.Shape.InitialStateParameters);
    }
}
