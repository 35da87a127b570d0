using System.Diagnostics;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Recording;

/// <summary>A recording is asked by site and by step; each answer is that of the arrays.</summary>
public sealed class TuneRecordingTests
{
    private static readonly Model Model = WanderingModel.Create(["M:4/4", "K:Cmaj"], layers: 2, units: 12, WanderingModel.Bars);
    private static readonly TuneRecording Tune = TuneRecordings.Record(Model, new GenerationOptions { Seed = 4, Limit = 90 }).Single();

    [Fact]
    public void Indexer_EverySite_IsItsPartOfTheArray()
    {
        foreach (SiteKind kind in RecordedSites.All)
        {
            bool ofLayer = new Site(kind, 1).IsOfLayer;
            for (int layer = 1; layer <= (ofLayer ? 2 : 1); layer++)
            {
                SiteValues values = Tune[new Site(kind, ofLayer ? layer : 0)];
                int width = ofLayer ? 12 : Model.Shape.Tokens;
                Assert.Equal((Tune.Steps, width), (values.Steps, values.Width));
                for (int step = 0; step < Tune.Steps; step++)
                {
                    int at = ofLayer ? ((step * 2) + layer - 1) * 12 : step * width;
                    Assert.Equal(Tune.Values(kind).Slice(at, width), values[step]);
                }

                Assert.Equal(values.ToArray().Where((_, n) => n % width == 5), values.Unit(5));
            }
        }
    }

    [Fact]
    public void Indexer_WhatTheRecordingLacks_IsAnErrorThatSaysSo()
    {
        TuneRecording hidden = TuneRecordings.Record(Model, new GenerationOptions { Limit = 20 }, kinds: [SiteKind.Hidden]).Single();

        Assert.Contains("layers 1 to 2", Assert.Throws<ArgumentException>(() => Tune[Site.H(3)]).Message, StringComparison.Ordinal);
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => hidden[Site.C(1)]).Message, StringComparison.Ordinal);
        Assert.Contains("'posterior'", Assert.Throws<ArgumentException>(hidden.Surprise).Message, StringComparison.Ordinal);
        Assert.Contains("see Input", Assert.Throws<ArgumentException>(() => Tune[Site.Input]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tune[Site.H(1)][Tune.Steps].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tune[Site.H(1)].Unit(12));
    }

    [Fact]
    public void Surprise_IsTheBitsOfTheTokenWritten()
    {
        double[] bits = Tune.Surprise();

        Assert.Equal(Tune.Steps, bits.Length);
        for (int step = 0; step < bits.Length; step++)
        {
            Assert.Equal(
                Tune.Values(SiteKind.Posterior)[(step * Model.Shape.Tokens) + Tune.Output[step].Index],
                Math.Pow(2, -bits[step]),
                1e-12
            );
        }

        Assert.InRange(bits.Max(), 1, 30);
    }

    [Fact]
    public void Surprise_CertainAndImpossibleTokens_AreZeroAndInfinite()
    {
        RecordingFacts facts = new()
        {
            Version = "test",
            ModelHash = "",
            Layers = 1,
            Units = 1,
            Vocabulary = ["<s>", "</s>"],
        };
        TuneRecording made = new(
            facts,
            [new Token(0), new Token(0)],
            [new Token(0), new Token(1)],
            new Dictionary<SiteKind, float[]> { [SiteKind.Posterior] = [1, 0, 1, 0] }
        );

        double[] bits = made.Surprise();

        Assert.Equal([0, double.PositiveInfinity], bits);
        Assert.False(double.IsNegative(bits[0]));
    }

    [Fact]
    public void LogProbabilities_OfTheKindsTogether_AreThatOfAnyToken()
    {
        double[] total = new double[Tune.Steps];
        foreach (TokenKind kind in Enum.GetValues<TokenKind>())
        {
            double[] logarithms = Tune.LogProbabilities(kind);
            Assert.Equal(TokenKinds.Select(Model.Vocabulary, kind).Count == 0, logarithms.All(double.IsNegativeInfinity));
            for (int step = 0; step < total.Length; step++)
            {
                total[step] += Math.Exp(logarithms[step]);
            }
        }

        Assert.All(total, sum => Assert.Equal(1, sum, 1e-5));
    }

    [Fact]
    public void TextAndPlaces_AreThoseOfTheTokensWritten()
    {
        Assert.Equal(Tune.Output.Select(token => Model.Vocabulary[token]), Tune.Text.Split(' '));
        Assert.Equal(Lilt.Alignment.StepPlaces.Of(Model.Vocabulary, Tune.Output), Tune.Places());
        Assert.All(
            Tune.Places(),
            place => Assert.Equal(TokenKinds.Of(Model.Vocabulary, Tune.Output[place.Step]) == TokenKind.Measure, place.IsBar)
        );
    }

    [Fact]
    public void Record_LeftToItsDefaults_KeepsEverySiteAndNamesTheLibrarysVersion()
    {
        Assert.Equal(RecordedSites.All, Tune.Kinds);
        Assert.Equal(FileVersionInfo.GetVersionInfo(typeof(TuneRecording).Assembly.Location).ProductVersion, Tune.Facts.Version);
        Assert.Null(Tune.Facts.Command);
    }

    [Fact]
    public void Record_OfAnOperatedModel_IsThatUnderItsPlan()
    {
        OperatedModel operated = Model.With(new OperationPlan(new Excise { Layer = 1, Units = UnitSet.Of(0, 1, 2) }));
        GenerationOptions options = new() { Seed = 4, Limit = 90 };

        TuneRecording recorded = TuneRecordings.Record(operated, options, [SiteKind.Hidden]).Single();

        Assert.Equal(
            TuneRecordings.Record(Model, options, operated.Plan, [SiteKind.Hidden]).Single().Values(SiteKind.Hidden),
            recorded.Values(SiteKind.Hidden)
        );
        Assert.All(recorded[Site.H(1)].Unit(1), h => Assert.Equal(0, h));
    }

    [Fact]
    public void SiteValues_WrongShape_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => new SiteValues(new float[5], 2));
        Assert.Throws<ArgumentException>(() => new SiteValues(Array.Empty<float>(), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteValues(new float[4], 0));
    }
}
