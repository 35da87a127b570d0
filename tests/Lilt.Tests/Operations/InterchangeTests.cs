using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>Identities of patches by edge and along directions, to the bit unless a tolerance is named.</summary>
public sealed class InterchangeTests
{
    private const int Units = 24;
    private const int At = 8;
    private const int From = 4;

    // A full basis rounds each direction to float32: some 2·24 products of values below 2, each off by 6e-8.
    private const double BasisError = 1e-5;

    private static readonly Model Model = RandomModels.Create(new NetworkShape(3, Units, 30));
    private static readonly GenerationOptions Options = new() { Seed = 5, Limit = 40 };
    private static readonly TuneRecording Baseline = Record();
    private static readonly TuneRecording Donor = TuneRecordings.Record(Model, Options with { Seed = 6 }).Single();
    private static readonly IReadOnlyList<Token> Tokens = Baseline.Output;

    public static TheoryData<Edge, string> EdgesAndSites =>
        new()
        {
            { Edge.Both, "c h" },
            { Edge.Both, "h" },
            { Edge.Both, "c" },
            { Edge.Up, "h" },
            { Edge.Recurrent, "c h" },
            { Edge.Recurrent, "h" },
            { Edge.Recurrent, "c" },
        };

    [Theory]
    [MemberData(nameof(EdgesAndSites))]
    public void Patch_WithTheTunesOwnValues_ChangesNoBit(Edge edge, string sites) =>
        AssertSame(Baseline, Read([.. Layers.Select(layer => Interchange(Baseline, At, Sites(layer, sites), edge))]));

    [Theory]
    [MemberData(nameof(EdgesAndSites))]
    public void Patch_WithAnothersValues_ChangesWhatFollowsAndNothingBefore(Edge edge, string sites)
    {
        TuneRecording patched = Read(Interchange(Donor, From, Sites(2, sites), edge));

        for (int step = 0; step < At; step++)
        {
            Assert.Equal(Baseline[Site.Posterior][step], patched[Site.Posterior][step]);
        }

        // What goes on alone is not shown in the step itself.
        Assert.Equal(edge == Edge.Recurrent, Baseline[Site.Posterior][At].SequenceEqual(patched[Site.Posterior][At]));
        Assert.False(Baseline[Site.Posterior][At + 1].SequenceEqual(patched[Site.Posterior][At + 1]));
    }

    [Fact]
    public void PatchUp_LeavesTheLayersOwnNextStepAsItWas()
    {
        TuneRecording patched = Read(Interchange(Donor, From, Site.H(2), Edge.Up));

        Assert.Equal(Donor[Site.H(2)][From], patched[Site.H(2)][At]);
        Assert.False(Baseline[Site.H(3)][At].SequenceEqual(patched[Site.H(3)][At]));
        for (int step = At + 1; step < Baseline.Steps; step++)
        {
            Assert.Equal(Baseline[Site.H(2)][step], patched[Site.H(2)][step]);
            Assert.Equal(Baseline[Site.C(2)][step], patched[Site.C(2)][step]);
        }
    }

    [Fact]
    public void PatchRecurrent_LeavesWhatTheLayerShowsInTheStepAsItWas()
    {
        TuneRecording patched = Read(Interchange(Donor, From, new SiteSet(Site.C(2), Site.H(2)), Edge.Recurrent));

        Assert.Equal(Baseline[Site.H(2)][At], patched[Site.H(2)][At]);
        Assert.Equal(Baseline[Site.H(3)][At], patched[Site.H(3)][At]);
        Assert.False(Baseline[Site.H(2)][At + 1].SequenceEqual(patched[Site.H(2)][At + 1]));
        Assert.Equal(Baseline[Site.H(1)][At + 1], patched[Site.H(1)][At + 1]);
    }

    [Fact]
    public void PatchUpAndPatchRecurrent_AreTogetherThePatchOfBoth()
    {
        Patch both = Interchange(Donor, From, Site.H(2), Edge.Both);
        TuneRecording together = Read(both with { Edge = Edge.Up }, both with { Edge = Edge.Recurrent });

        AssertSame(Read(both), together);
        AssertSame(together, Read(both with { Edge = Edge.Recurrent }, both with { Edge = Edge.Up }));
    }

    [Fact]
    public void ExciseUpAndExciseRecurrent_AreTogetherTheExcision()
    {
        Excise excise = new()
        {
            Layer = 1,
            Units = UnitSet.Of(2, 9, 17),
            NotReading = [Model.Vocabulary[Tokens[4]]],
        };
        TuneRecording whole = Read(excise);

        AssertSame(whole, Read(excise with { Edge = Edge.Up }, excise with { Edge = Edge.Recurrent }));
        Assert.False(whole.Values(SiteKind.Posterior).SequenceEqual(Read(excise with { Edge = Edge.Up }).Values(SiteKind.Posterior)));
        Assert.False(
            whole.Values(SiteKind.Posterior).SequenceEqual(Read(excise with { Edge = Edge.Recurrent }).Values(SiteKind.Posterior))
        );
    }

    [Fact]
    public void ExciseOfBothBehindOneUp_DrawsOnceAndActsOnBothWays()
    {
        Excise drawn = new()
        {
            Layer = 2,
            Units = UnitSet.All,
            Fill = ExciseFill.Resample,
            From = Donor[Site.H(2)],
            Seed = 3,
        };

        // Whatever was shown upwards before is written over by what acts on both.
        AssertSame(
            Read(drawn),
            Read(
                new Excise
                {
                    Layer = 2,
                    Units = UnitSet.Of(1),
                    Edge = Edge.Up,
                },
                drawn
            )
        );
    }

    [Theory]
    [InlineData(Edge.Both)]
    [InlineData(Edge.Recurrent)]
    public void PatchOfAllStateAndTheNextTokens_MakesTheRestOfTheRunTheDonors(Edge edge)
    {
        OperationPlan plan = new(Layers.Select(layer => Patch.State(Donor, From, layer, At, edge)));

        TuneRecording patched = Model.With(plan).Read([.. Tokens.Take(At), .. Donor.Output.Skip(From)]);

        for (int step = From + 1; step < Donor.Steps; step++)
        {
            Assert.Equal(Donor[Site.Posterior][step], patched[Site.Posterior][step - From + At]);
            Assert.All(Layers, layer => Assert.Equal(Donor[Site.C(layer)][step], patched[Site.C(layer)][step - From + At]));
        }
    }

    [Theory]
    [InlineData(Edge.Both, "h")]
    [InlineData(Edge.Up, "h")]
    [InlineData(Edge.Recurrent, "c h")]
    public void PatchAlongAWholeBasis_IsThePatchToFloatError(Edge edge, string sites)
    {
        Patch patch = Interchange(Donor, From, Sites(2, sites), edge);
        TuneRecording whole = Read(patch);
        TuneRecording along = Read(patch with { Along = Basis(patch.Site.Sites.Count * Units, patch.Site.Sites.Count * Units) });

        AssertNear(whole, along);
        Assert.False(whole.Values(SiteKind.Posterior).SequenceEqual(Baseline.Values(SiteKind.Posterior)));
    }

    [Fact]
    public void PatchAlongSomeDirections_MovesWithinThemAlone()
    {
        SiteValues basis = Basis(5, Units);
        TuneRecording patched = Read(Interchange(Donor, From, Site.H(2), Edge.Both) with { Along = basis });
        float[] moved = [.. patched[Site.H(2)][At].ToArray().Zip(Baseline[Site.H(2)][At].ToArray(), (now, was) => now - was)];
        float[] wanted = [.. Donor[Site.H(2)][From].ToArray().Zip(Baseline[Site.H(2)][At].ToArray(), (to, was) => to - was)];
        double left = 0;
        for (int k = 0; k < basis.Steps; k++)
        {
            double along = Dot(basis[k], moved);
            Assert.Equal(Dot(basis[k], wanted), along, BasisError);
            left += along * along;
        }

        Assert.Equal(left, Dot(moved, moved), BasisError);
        Assert.True(left > 0.01);
    }

    [Fact]
    public void PatchAlongDirections_WithTheTunesOwnValues_ChangesNoBit() =>
        AssertSame(
            Baseline,
            Read(Interchange(Baseline, At, new SiteSet(Site.C(2), Site.H(2)), Edge.Recurrent) with { Along = Basis(7, 2 * Units) })
        );

    [Fact]
    public void PatchOfUnits_TogetherWithThatOfTheOthers_IsThatOfAll()
    {
        Patch all = Interchange(Donor, From, new SiteSet(Site.C(2), Site.H(2)), Edge.Recurrent);
        UnitSet some = UnitSet.Of(Enumerable.Range(0, 10));
        UnitSet others = UnitSet.Of(Enumerable.Range(10, Units - 10));

        AssertSame(Read(all), Read(all with { Units = others }, all with { Units = some }));
    }

    [Fact]
    public void Edges_AreTheSameInABatchAndAlone()
    {
        CompiledPlan plan = new OperationPlan(
            Interchange(Donor, From, Site.H(1), Edge.Up),
            Interchange(Donor, From, new SiteSet(Site.C(2), Site.H(2)), Edge.Recurrent) with
            {
                Along = Basis(7, 2 * Units),
            },
            new Excise
            {
                Layer = 3,
                Units = UnitSet.Of(1, 2),
                Edge = Edge.Up,
            }
        ).Compile(Model);
        TuneRecording alone = Model.ReadAll([Tokens], plan).Single();

        Assert.All(Model.ReadAll(Enumerable.Repeat(Tokens, 7), plan).ToArray(), one => AssertSame(alone, one));
    }

    [Fact]
    public void Json_WithSitesEdgeAndDirections_IsReadAsItIsWritten()
    {
        const string Text =
            """{"operations":[{"op":"patch","site":["L2.c","L2.h"],"units":"all","recording":"a.npz","steps":[8,8],"at":4,"edge":"recurrent","directions":"basis.npy"},{"op":"excise","layer":1,"units":[2],"edge":"up"}]}""";
        OperationPlan plan = OperationPlan.Parse(Text);

        Assert.Equal(Text, plan.ToJson());
        CompiledPlan compiled = plan.Compile(Model, _ => Donor, _ => Basis(7, 2 * Units));
        AssertSame(
            Read(
                Interchange(Donor, From, new SiteSet(Site.C(2), Site.H(2)), Edge.Recurrent) with
                {
                    Along = Basis(7, 2 * Units),
                },
                plan.Operations[1]
            ),
            Model.ReadAll([Tokens], compiled).Single()
        );
    }

    public static TheoryData<Operation, string> Faults =>
        new()
        {
            { Interchange(Donor, From, Site.C(1), Edge.Up), "only h of a layer goes up" },
            { Interchange(Donor, From, Site.Logits, Edge.Recurrent), "only c and h of a layer go on" },
            { Interchange(Donor, From, new SiteSet(Site.C(2), Site.Logits), Edge.Both), "names logits with other sites" },
            {
                Interchange(Donor, From, new SiteSet(Site.C(2), Site.H(2)), Edge.Both) with
                {
                    Along = Basis(2, 2 * Units),
                },
                "give it the edge recurrent"
            },
            {
                Interchange(Donor, From, Site.H(2), Edge.Both) with
                {
                    Along = Basis(2, 2 * Units),
                },
                "directions of 48 values for L2.h, which has 24"
            },
            {
                Interchange(Donor, From, Site.H(2), Edge.Both) with
                {
                    Along = Basis(2, Units),
                    Units = UnitSet.Of(1),
                },
                "directions are of all units"
            },
            { Interchange(Donor, From, Site.H(2), Edge.Both) with { Along = new SiteValues(new float[Units], Units) }, "of length 0" },
            {
                Interchange(Donor, From, Site.H(2), Edge.Both) with
                {
                    Along = new SiteValues(Enumerable.Repeat(1 / MathF.Sqrt(Units), 2 * Units).ToArray(), Units),
                },
                "not at right angles"
            },
            { Interchange(Donor, From, Site.H(2), Edge.Both) with { Directions = "b.npy" }, "there are none here" },
        };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Compile_WhatCannotBe_SaysWhy(Operation operation, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<PlanFormatException>(() => new OperationPlan(operation).Compile(Model)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"op":"patch","site":[],"units":"all","recording":"a"}""", "each once")]
    [InlineData("""{"op":"patch","site":["L1.h","L1.h"],"units":"all","recording":"a"}""", "each once")]
    [InlineData("""{"op":"patch","site":"L1.h","units":"all","recording":"a","edge":"down"}""", "one of both, up, recurrent")]
    [InlineData("""{"op":"excise","layer":1,"units":"all","edge":1}""", "which is no text")]
    public void Parse_WhatIsNoEdgeOrSite_SaysWhy(string operation, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<PlanFormatException>(() => OperationPlan.Parse($$"""{"operations":[{{operation}}]}""")).Message,
            StringComparison.Ordinal
        );

    private static IEnumerable<int> Layers => Enumerable.Range(1, 3);

    private static Patch Interchange(TuneRecording source, int sourceStep, SiteSet sites, Edge edge) =>
        new()
        {
            Site = sites,
            Units = UnitSet.All,
            Source = source,
            AtStep = sourceStep,
            Steps = new StepRange(At, At),
            Edge = edge,
        };

    private static SiteSet Sites(int layer, string letters) =>
        new(letters.Split(' ').Select(letter => letter == "c" ? Site.C(layer) : Site.H(layer)));

    private static TuneRecording Record() => TuneRecordings.Record(Model, Options).Single();

    private static TuneRecording Read(params Operation[] operations) => Model.With(new OperationPlan(operations)).Read(Tokens);

    /// <summary>K directions of W values at right angles: Gram and Schmidt over fixed noise.</summary>
    private static SiteValues Basis(int count, int width)
    {
        Random random = new(7);
        List<double[]> rows = [];
        while (rows.Count < count)
        {
            double[] row = [.. Enumerable.Range(0, width).Select(_ => random.NextDouble() - 0.5)];
            foreach (double[] other in rows.Concat(rows))
            {
                double along = row.Zip(other, (a, b) => a * b).Sum();
                row = [.. row.Zip(other, (a, b) => a - (along * b))];
            }

            double length = Math.Sqrt(row.Sum(value => value * value));
            rows.Add([.. row.Select(value => value / length)]);
        }

        return new SiteValues(rows.SelectMany(row => row).Select(value => (float)value).ToArray(), width);
    }

    private static double Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int n = 0; n < one.Length; n++)
        {
            sum += (double)one[n] * other[n];
        }

        return sum;
    }

    private static void AssertSame(TuneRecording expected, TuneRecording actual)
    {
        Assert.Equal(expected.Output, actual.Output);
        Assert.All(RecordedSites.All, kind => Assert.True(expected.Values(kind).SequenceEqual(actual.Values(kind)), $"{kind} differs"));
    }

    private static void AssertNear(TuneRecording expected, TuneRecording actual)
    {
        foreach (SiteKind kind in RecordedSites.All.Where(kind => kind != SiteKind.Logits))
        {
            float[] one = expected.Values(kind).ToArray();
            float[] other = actual.Values(kind).ToArray();
            Assert.All(Enumerable.Range(0, one.Length), at => Assert.Equal(one[at], other[at], BasisError));
        }
    }
}
