using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>Identities that operations must keep, to the bit.</summary>
public sealed class OperatedRunTests
{
    private const string Version = "test";

    private static readonly Model Model = RandomModels.Create(new NetworkShape(3, 24, 30));
    private static readonly GenerationOptions Options = new()
    {
        Seed = 5,
        Limit = 40,
        Threads = 2,
    };
    private static readonly TuneRecording Baseline = Record(null);

    [Fact]
    public void EmptyPlan_IsTheBaselineToTheBit() => AssertSame(Baseline, Record(OperationPlan.Empty));

    [Fact]
    public void Record_Again_GivesTheSameBits() => AssertSame(Baseline, Record(null));

    [Fact]
    public void AddingZeroAndScalingByOne_ChangeNoBit() =>
        AssertSame(
            Baseline,
            Record(
                new OperationPlan(
                    RecordedSites
                        .All.SelectMany(kind => Sites(kind))
                        .SelectMany(site =>
                            new Operation[]
                            {
                                new Adjust
                                {
                                    How = Adjustment.Add,
                                    Site = site,
                                    Units = UnitSet.All,
                                    Values = [0],
                                },
                                new Adjust
                                {
                                    How = Adjustment.Scale,
                                    Site = site,
                                    Units = UnitSet.All,
                                    Values = [1],
                                },
                            }
                        )
                )
            )
        );

    [Fact]
    public void Excise_IsTheNetworkWithoutTheUnitsOutgoingWeights()
    {
        int[] cut = [3, 5, 11];
        foreach (int layer in (int[])[1, 2, 3])
        {
            TuneRecording excised = Record(new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(cut) }));
            TuneRecording without = TuneRecordings.Record(WithoutOutgoing(layer, cut), Options, null, RecordedSites.All, Version).Single();

            Assert.Equal(without.Output, excised.Output);
            Assert.Equal(without.Values(SiteKind.Logits), excised.Values(SiteKind.Logits));
            Assert.Equal(without.Values(SiteKind.Cell), excised.Values(SiteKind.Cell));
            AssertDiffer(Baseline.Values(SiteKind.Logits)[..30], excised.Values(SiteKind.Logits)[..30]);
            for (int step = 0; step < excised.Steps; step++)
            {
                Assert.All(cut, unit => Assert.Equal(0f, Hidden(excised, step, layer, unit)));
            }
        }
    }

    [Fact]
    public void Excise_AtStepsThatReadATokenAndAtThoseThatDoNot_AreTogetherTheExcisionAtEveryStep()
    {
        UnitSet units = UnitSet.Of(3, 5, 11);
        string[] some = Some();
        OperationPlan both = new(
            new Excise
            {
                Layer = 2,
                Units = units,
                Reading = some,
            },
            new Excise
            {
                Layer = 2,
                Units = units,
                NotReading = some,
            }
        );

        AssertSame(Record(new OperationPlan(new Excise { Layer = 2, Units = units })), Record(both));
    }

    [Fact]
    public void Excise_AtStepsThatReadAToken_LeavesTheOthersAlone()
    {
        string[] some = Some();
        OperationPlan at = new(
            new Excise
            {
                Layer = 3,
                Units = UnitSet.All,
                Reading = some,
            }
        );
        OperationPlan between = new(
            new Excise
            {
                Layer = 3,
                Units = UnitSet.All,
                NotReading = some,
            }
        );
        foreach ((OperationPlan plan, bool cutWhereRead) in ((OperationPlan, bool)[])[(at, true), (between, false)])
        {
            TuneRecording excised = Record(plan);
            for (int step = 0; step < excised.Steps; step++)
            {
                bool isCut = some.Contains(Model.Vocabulary[excised.Input[step]]) == cutWhereRead;
                Assert.All(Enumerable.Range(0, Model.Shape.Units), unit => Assert.Equal(isCut, Hidden(excised, step, 3, unit) == 0f));
            }
        }
    }

    [Fact]
    public void Excise_WithNoTokenToRead_IsAnError() =>
        Assert.Contains(
            "names no token in 'reading'",
            Assert
                .Throws<PlanFormatException>(() =>
                    new OperationPlan(
                        new Excise
                        {
                            Layer = 1,
                            Units = UnitSet.All,
                            Reading = [],
                        }
                    ).Compile(Model)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void StimulateWithTheSameToken_IsTheOneTokenAlone()
    {
        string[] inTurn = [.. Baseline.Input.Select(token => Model.Vocabulary[token])];

        AssertSame(
            Baseline,
            Record(
                new OperationPlan(
                    new Stimulate
                    {
                        Others = inTurn,
                        InTurn = true,
                        Steps = new StepRange(0, null),
                    }
                )
            )
        );
    }

    [Fact]
    public void Stimulate_DrawsFromAGeneratorOfItsOwn()
    {
        // The other's weight is 0, so nothing changes although a token is drawn at every step.
        OperationPlan silent = new(
            new Stimulate
            {
                Weight = 1,
                OtherWeight = 0,
                Others = ["t3", "t9", "t12"],
                Seed = 4,
            }
        );

        AssertSame(Baseline, Record(silent));
    }

    [Fact]
    public void Stimulate_WithoutARange_LeavesThePrimeAsItIs()
    {
        GenerationOptions primed = Options with { Prime = [new Token(5), new Token(6)] };
        OperationPlan plan = new(
            new Stimulate
            {
                Others = ["t3"],
                Weight = 0,
                OtherWeight = 1,
            }
        );
        TuneRecording plain = TuneRecordings.Record(Model, primed, null, RecordedSites.All, Version).Single();
        TuneRecording stimulated = TuneRecordings.Record(Model, primed, plan.Compile(Model), RecordedSites.All, Version).Single();

        Assert.Equal(plain.Values(SiteKind.Logits)[..(3 * 30)], stimulated.Values(SiteKind.Logits)[..(3 * 30)]);
        AssertDiffer(plain.Values(SiteKind.Logits)[..(4 * 30)], stimulated.Values(SiteKind.Logits)[..(4 * 30)]);
    }

    [Fact]
    public void PatchOfAllStateAndTheNextInput_MakesTheRestOfTheRunTheOther()
    {
        TuneRecording other = Record(null, Options with { Seed = 6 });
        int at = 7;
        Assert.True(Baseline.Steps > at + 2 && other.Steps > at + 2);
        Assert.NotEqual(Baseline.Output.Take(at), other.Output.Take(at));
        Token?[] tokens = [.. other.Output.Select(token => (Token?)token)];
        List<Operation> patches = [];
        for (int layer = 1; layer <= 3; layer++)
        {
            foreach (SiteKind kind in (SiteKind[])[SiteKind.Cell, SiteKind.Hidden])
            {
                patches.Add(
                    new Patch
                    {
                        Site = new Site(kind, layer),
                        Units = UnitSet.All,
                        Recording = "b",
                        Steps = new StepRange(at, at),
                    }
                );
            }
        }

        patches.Add(
            new Patch
            {
                Site = Site.Input,
                Units = UnitSet.All,
                Recording = "b",
                Steps = new StepRange(at + 1, at + 1),
            }
        );

        // Fed with A's tokens up to the patch and with B's from there on.
        GenerationOptions fed = Options with
        {
            Prime = [.. Baseline.Output.Take(at).Select(token => (Token?)token), .. tokens.Skip(at)],
        };
        TuneRecording patched = Record(new OperationPlan(patches), fed, name => name == "b" ? other : Baseline);

        int from = (at + 1) * 3 * 24;
        Assert.Equal(other.Values(SiteKind.Cell)[from..], patched.Values(SiteKind.Cell)[from..]);
        Assert.Equal(other.Values(SiteKind.Posterior)[((at + 1) * 30)..], patched.Values(SiteKind.Posterior)[((at + 1) * 30)..]);
        AssertDiffer(other.Values(SiteKind.Cell)[..from], patched.Values(SiteKind.Cell)[..from]);
    }

    [Fact]
    public void OperationWithARange_ChangesNoBitBeforeIt()
    {
        int first = 9;
        TuneRecording clamped = Record(
            new OperationPlan(
                new Adjust
                {
                    How = Adjustment.Clamp,
                    Site = new Site(SiteKind.ForgetGate, 2),
                    Units = UnitSet.All,
                    Values = [0],
                    Steps = new StepRange(first, first + 1),
                }
            )
        );

        int width = 3 * 24;
        Assert.Equal(Baseline.Values(SiteKind.Hidden)[..(first * width)], clamped.Values(SiteKind.Hidden)[..(first * width)]);
        AssertDiffer(Baseline.Values(SiteKind.Cell).Slice(first * width, width), clamped.Values(SiteKind.Cell).Slice(first * width, width));
    }

    [Fact]
    public void Forbid_TokenIsNeverDrawn_AndThePosteriorStillSumsToOne()
    {
        string commonest = Model.Vocabulary[Baseline.Output.GroupBy(token => token).MaxBy(group => group.Count())!.Key];
        TuneRecording forbidden = Record(new OperationPlan(new Forbid { Tokens = [commonest] }));

        Assert.DoesNotContain(commonest, forbidden.Output.Select(token => Model.Vocabulary[token]));
        for (int step = 0; step < forbidden.Steps; step++)
        {
            double sum = 0;
            foreach (float p in forbidden.Values(SiteKind.Posterior).Slice(step * 30, 30))
            {
                sum += p;
            }

            Assert.Equal(1, sum, 1e-6);
        }
    }

    [Theory]
    [InlineData(ExciseFill.Mean)]
    [InlineData(ExciseFill.Freeze)]
    [InlineData(ExciseFill.Resample)]
    public void ExciseWithARecording_ShowsItsValues(ExciseFill fill)
    {
        int[] units = [2, 9];
        TuneRecording filled = Record(
            new OperationPlan(
                new Excise
                {
                    Layer = 2,
                    Units = UnitSet.Of(units),
                    Fill = fill,
                    Recording = "a",
                    AtStep = 4,
                    Seed = 3,
                }
            ),
            Options,
            _ => Baseline
        );
        int[] sources =
        [
            .. Enumerable
                .Range(0, filled.Steps)
                .Select(step =>
                    Array.FindIndex(
                        [.. Enumerable.Range(0, Baseline.Steps)],
                        from => units.All(unit => Hidden(filled, step, 2, unit) == Hidden(Baseline, from, 2, unit))
                    )
                ),
        ];

        switch (fill)
        {
            case ExciseFill.Freeze:
                Assert.All(sources, from => Assert.Equal(4, from));
                break;
            case ExciseFill.Resample:
                // Every step shows both units as they were at one and the same step, another each time.
                Assert.DoesNotContain(-1, sources);
                Assert.True(sources.Distinct().Count() > 5);
                break;
            default:
                double mean = Enumerable.Range(0, Baseline.Steps).Average(step => (double)Hidden(Baseline, step, 2, 9));
                Assert.Equal((float)mean, Hidden(filled, 0, 2, 9));
                Assert.Equal((float)mean, Hidden(filled, filled.Steps - 1, 2, 9));
                break;
        }
    }

    [Fact]
    public void PlanThatTouchedNothing_IsAnErrorThatNamesTheOperation()
    {
        OperationPlan plan = new(
            new Excise { Layer = 1, Units = UnitSet.Of(1) },
            new Adjust
            {
                How = Adjustment.Clamp,
                Site = Site.H(1),
                Units = UnitSet.All,
                Values = [0],
                Steps = new StepRange(5000, null),
            }
        );

        PlanFormatException error = Assert.Throws<PlanFormatException>(() =>
            TuneGenerator.Generate(Model.With(plan), Options with { Tunes = 3 }).Count()
        );
        Assert.Contains("operation 2 of the plan (clamp) touched nothing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SiteKind.Posterior, 0)] // nothing is left
    [InlineData(SiteKind.Logits, double.MaxValue)] // infinite in the network's own numbers, and so their differences are none
    public void PlanThatLeavesNoTokenToDraw_IsAnErrorThatSaysSo(SiteKind kind, double factor)
    {
        OperationPlan plan = new(
            Sites(kind)
                .Select(site => new Adjust
                {
                    How = Adjustment.Scale,
                    Site = site,
                    Units = UnitSet.All,
                    Values = [factor],
                })
        );

        PlanFormatException error = Assert.Throws<PlanFormatException>(() => TuneGenerator.Generate(Model.With(plan), Options).Count());
        Assert.Contains("leaves no token to draw at step", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlansOfOneBatch_EachTuneIsAsIfAlone()
    {
        CompiledPlan?[] plans =
        [
            null,
            .. Enumerable
                .Range(1, 3)
                .Select(layer => new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(0, 1, 2) }).Compile(Model)),
        ];
        TuneRequest[] requests =
        [
            .. plans.Select(
                (plan, index) =>
                    new TuneRequest
                    {
                        Index = index,
                        Seed = 5,
                        Random = new(5),
                        Limit = 40,
                        Plan = plan,
                    }
            ),
        ];

        string[] together =
        [
            .. TuneGenerator
                .RunOperated(Model, requests, new RunOptions { AtOnce = 4, Threads = 2 }, () => default(NoTuneProbe))
                .Select(tune => string.Join(' ', tune.Tokens.Select(token => token.Index))),
        ];

        string[] alone =
        [
            .. plans.Select(plan =>
                string.Join(' ', Record(plan?.Plan).Output.Prepend(Model.Vocabulary.Start).Select(token => token.Index))
            ),
        ];
        Assert.Equal(alone, together);
        Assert.Equal(4, together.Distinct().Count());
    }

    private static TuneRecording Record(
        OperationPlan? plan,
        GenerationOptions? options = null,
        Func<string, TuneRecording>? recordings = null
    ) => TuneRecordings.Record(Model, options ?? Options, plan?.Compile(Model, recordings), RecordedSites.All, Version).Single();

    private static float Hidden(TuneRecording recording, int step, int layer, int unit) =>
        recording.Values(SiteKind.Hidden)[(((step * 3) + layer - 1) * 24) + unit];

    private static IEnumerable<Site> Sites(SiteKind kind) =>
        new Site(kind, 1).IsOfLayer ? Enumerable.Range(1, 3).Select(layer => new Site(kind, layer)) : [new Site(kind, 0)];

    /// <summary>Every other token.</summary>
    private static string[] Some() => [.. Model.Vocabulary.Texts.Where((_, index) => index % 2 == 0)];

    private static void AssertDiffer(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => Assert.False(one.SequenceEqual(other));

    private static void AssertSame(TuneRecording expected, TuneRecording actual)
    {
        Assert.Equal(expected.Output, actual.Output);
        foreach (SiteKind kind in RecordedSites.All)
        {
            Assert.True(expected.Values(kind).SequenceEqual(actual.Values(kind)), $"{kind} differs");
        }
    }

    /// <summary>The model with the rows of some units' outgoing weights set to zero.</summary>
    private static Model WithoutOutgoing(int layer, int[] units)
    {
        NetworkWeights copy = Model.Weights.Copy();
        foreach (int unit in units)
        {
            for (int gate = 0; gate < 4; gate++)
            {
                copy.Layers[layer - 1].RecurrentWeights[gate].AsSpan(unit * 24, 24).Clear();
                if (layer < 3)
                {
                    copy.Layers[layer].InputWeights[gate].AsSpan(unit * 24, 24).Clear();
                }
            }

            if (layer == 3)
            {
                copy.OutputWeights.AsSpan(unit * 30, 30).Clear();
            }
        }

        return new Model(Model.Vocabulary, copy, Model.Provenance);
    }
}
