using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>A plan that takes values from memory does what the same plan does that names a recording.</summary>
public sealed class PlansInMemoryTests
{
    private static readonly Model Model = RandomModels.Create(new NetworkShape(3, 24, 30));
    private static readonly GenerationOptions Options = new() { Seed = 5, Limit = 40 };
    private static readonly TuneRecording Source = TuneRecordings.Record(Model, Options with { Seed = 6 }).Single();

    public static TheoryData<Operation, Operation> SamePlans
    {
        get
        {
            StepRange steps = new(9, 12);
            Patch patch = new()
            {
                Site = Site.H(2),
                Units = UnitSet.Of(3, 5, 11),
                Steps = steps,
                AtStep = 4,
            };
            Excise excise = new()
            {
                Layer = 2,
                Units = UnitSet.Of(2, 9),
                AtStep = 4,
                Seed = 3,
            };
            Patch logits = patch with { Site = Site.Logits, Units = UnitSet.OfTokens("t3", "t9") };
            return new()
            {
                { patch with { From = Source[Site.H(2)] }, patch with { Recording = "a" } },
                { logits with { From = Source[Site.Logits] }, logits with { Recording = "a" } },
                {
                    excise with
                    {
                        Fill = ExciseFill.Mean,
                        From = Source[Site.H(2)],
                    },
                    excise with
                    {
                        Fill = ExciseFill.Mean,
                        Recording = "a",
                    }
                },
                {
                    excise with
                    {
                        Fill = ExciseFill.Resample,
                        From = Source[Site.H(2)],
                    },
                    excise with
                    {
                        Fill = ExciseFill.Resample,
                        Recording = "a",
                    }
                },
                {
                    excise with
                    {
                        Fill = ExciseFill.Freeze,
                        From = Source[Site.H(2)],
                    },
                    excise with
                    {
                        Fill = ExciseFill.Freeze,
                        Recording = "a",
                    }
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(SamePlans), DisableDiscoveryEnumeration = true)]
    public void Plan_FromMemory_IsThatFromARecordingThatIsNamed(Operation fromMemory, Operation fromName)
    {
        TuneRecording memory = Record(new OperationPlan(fromMemory));
        TuneRecording named = TuneRecordings.Record(Model, Options, new OperationPlan(fromName).Compile(Model, _ => Source)).Single();

        AssertSame(named, memory);
        Assert.False(memory.Values(SiteKind.Hidden).SequenceEqual(Record(OperationPlan.Empty).Values(SiteKind.Hidden)));
    }

    [Fact]
    public void State_OfEveryLayerAndTheNextToken_MakesTheRestOfTheRunTheOther()
    {
        const int From = 7;
        const int To = 11;
        TuneRecording baseline = Record(OperationPlan.Empty);
        OperationPlan plan = new(Enumerable.Range(1, 3).Select(layer => Patch.State(Source, From, layer, To)));

        TuneRecording patched = Model.With(plan).Read([.. baseline.Output.Take(To + 1).SkipLast(1), .. Source.Output.Skip(From)]);

        Assert.Equal(Source.Steps - From, patched.Steps - To);
        Assert.Equal(Source.Values(SiteKind.Cell)[(From * 3 * 24)..], patched.Values(SiteKind.Cell)[(To * 3 * 24)..]);
        Assert.Equal(Source.Values(SiteKind.Posterior)[((From + 1) * 30)..], patched.Values(SiteKind.Posterior)[((To + 1) * 30)..]);
    }

    [Fact]
    public void State_OfALayer_IsItsCAndItsHAtThatStepAlone()
    {
        TuneRecording patched = Record(new OperationPlan(Patch.State(Source, 4, layer: 2, step: 8)));
        TuneRecording baseline = Record(OperationPlan.Empty);

        Assert.Equal(Source[Site.C(2)][4], patched[Site.C(2)][8]);
        Assert.Equal(Source[Site.H(2)][4], patched[Site.H(2)][8]);
        Assert.Equal(baseline[Site.H(1)][8], patched[Site.H(1)][8]);
        Assert.Equal(baseline[Site.C(2)][7], patched[Site.C(2)][7]);
    }

    [Fact]
    public void Adjust_ByAnArrayOfOneRow_IsOneNumberAUnitAtEveryStep()
    {
        float[] direction = [.. Enumerable.Range(0, 24).Select(unit => unit / 50f)];
        OperationPlan whole = new(
            new Adjust
            {
                How = Adjustment.Add,
                Site = Site.H(1),
                Units = UnitSet.All,
                From = new SiteValues(direction, 24),
            }
        );
        OperationPlan byUnit = new(
            direction.Select(
                (number, unit) =>
                    new Adjust
                    {
                        How = Adjustment.Add,
                        Site = Site.H(1),
                        Units = UnitSet.Of(unit),
                        Values = [number],
                    }
            )
        );

        AssertSame(Record(byUnit), Record(whole));
        Assert.False(Record(whole).Values(SiteKind.Hidden).SequenceEqual(Record(OperationPlan.Empty).Values(SiteKind.Hidden)));
    }

    [Fact]
    public void Adjust_ByAnArrayOfSeveralRows_TakesOneAStep()
    {
        float[] rows = [.. Enumerable.Range(0, 2 * 24).Select(n => n / 100f)];
        TuneRecording set = Record(
            new OperationPlan(
                new Adjust
                {
                    How = Adjustment.Clamp,
                    Site = Site.H(1),
                    Units = UnitSet.Of(20, 3),
                    From = new SiteValues(rows, 24),
                    Steps = new StepRange(5, null),
                }
            )
        );

        Assert.Equal((rows[20], rows[3]), (set[Site.H(1)][5][20], set[Site.H(1)][5][3]));
        Assert.Equal((rows[44], rows[27]), (set[Site.H(1)][6][20], set[Site.H(1)][6][3]));
        Assert.NotEqual(rows[20], set[Site.H(1)][7][20]);
    }

    [Fact]
    public void JsonAndHash_OfAPlanFromMemory_AreRefusedAndSayWhatToDo()
    {
        OperationPlan[] plans =
        [
            new(Patch.State(Source, 4, 1, 8)),
            new(
                new Excise
                {
                    Layer = 1,
                    Units = UnitSet.All,
                    Fill = ExciseFill.Mean,
                    From = Source[Site.H(1)],
                }
            ),
            new(
                new Adjust
                {
                    How = Adjustment.Add,
                    Site = Site.H(1),
                    Units = UnitSet.All,
                    From = Source[Site.H(1)],
                }
            ),
        ];
        foreach (OperationPlan plan in plans)
        {
            Assert.Contains("RecordingWriter", Assert.Throws<InvalidOperationException>(plan.ToJson).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => plan.Hash);
            Assert.Contains("in memory", OperationSentence.Of(plan.Operations[0]), StringComparison.Ordinal);
            Assert.Contains("(in memory)", Record(plan).Facts.Plan!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    public static TheoryData<Operation, string> Faults =>
        new()
        {
            {
                new Patch
                {
                    Site = Site.H(1),
                    Units = UnitSet.All,
                    Recording = "a",
                    From = Source[Site.H(1)],
                },
                "give one of them"
            },
            {
                new Patch { Site = Site.H(1), Units = UnitSet.All },
                "names no recording"
            },
            {
                new Patch
                {
                    Site = Site.H(1),
                    Units = UnitSet.All,
                    From = Source[Site.Logits],
                },
                "values of 30 units from memory for L1.h, which has 24"
            },
            {
                new Excise
                {
                    Layer = 1,
                    Units = UnitSet.All,
                    From = Source[Site.H(1)],
                },
                "has values from memory and fills with zero"
            },
            {
                new Excise
                {
                    Layer = 1,
                    Units = UnitSet.All,
                    Recording = "a.npz",
                },
                "names the recording 'a.npz' and fills with zero: set Fill to mean, resample or freeze"
            },
            {
                new Adjust
                {
                    How = Adjustment.Add,
                    Site = Site.H(1),
                    Units = UnitSet.All,
                },
                "has no value"
            },
            {
                new Adjust
                {
                    How = Adjustment.Add,
                    Site = Site.H(1),
                    Units = UnitSet.All,
                    Values = [1],
                    From = Source[Site.H(1)],
                },
                "give one of them"
            },
        };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Compile_WhatDoesNotFit_IsAnErrorThatSaysSo(Operation operation, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<PlanFormatException>(() => new OperationPlan(operation).Compile(Model)).Message,
            StringComparison.Ordinal
        );

    private static TuneRecording Record(OperationPlan plan) => TuneRecordings.Record(Model.With(plan), Options).Single();

    private static void AssertSame(TuneRecording expected, TuneRecording actual)
    {
        Assert.Equal(expected.Output, actual.Output);
        foreach (SiteKind kind in RecordedSites.All)
        {
            Assert.True(expected.Values(kind).SequenceEqual(actual.Values(kind)), $"{kind} differs");
        }
    }
}
