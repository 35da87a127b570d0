using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>What each operation does to the values of one site at one step, without a network that runs.</summary>
public sealed class OperationActionTests
{
    private static readonly Model Model = RandomModels.Create(new NetworkShape(2, 4, 6));

    private static readonly TuneRecording Recording = TuneRecordings
        .Record(
            Model,
            new GenerationOptions
            {
                Seed = 3,
                Limit = 12,
                Prime = [new Token(2), new Token(3), new Token(4), new Token(5), new Token(2)],
            },
            null,
            RecordedSites.All,
            "test"
        )
        .Single();

    [Theory]
    [InlineData("clamp", 2, new float[] { 1, 10, 3, 10 })]
    [InlineData("clamp", 3, new float[] { 1, 20, 3, 20 })]
    [InlineData("clamp", 4, new float[] { 1, 30, 3, 30 })]
    [InlineData("add", 3, new float[] { 1, 22, 3, 24 })]
    [InlineData("scale", 4, new float[] { 1, 60, 3, 120 })]
    [InlineData("clamp", 1, null)]
    [InlineData("clamp", 5, null)] // no number is left
    [InlineData("clamp", 9, null)]
    public void Adjust_ANumberAStep_TakesTheStepsOwn(string how, int step, float[]? expected) =>
        AssertApplied(
            $$"""{"op":"{{how}}","site":"L1.h","units":[1,3],"value":[10,20,30],"steps":[2,9]}""",
            step,
            Site.H(1),
            [1, 2, 3, 4],
            expected
        );

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void Adjust_OneNumber_HoldsAtEveryStepOfTheRange(int step, bool applies) =>
        AssertApplied(
            """{"op":"clamp","site":"L2.c","units":"all","value":5,"steps":[2,7]}""",
            step,
            new Site(SiteKind.Cell, 2),
            [1, 2, 3, 4],
            applies ? [5, 5, 5, 5] : null
        );

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 0)]
    [InlineData(4, 2)]
    [InlineData(5, null)]
    public void Patch_FromAStepOn_TakesTheRecordingsStepsFromThere(int step, int? source) =>
        AssertApplied(
            """{"op":"patch","site":"L2.h","units":[0,2],"recording":"a","steps":[2,4],"at":0}""",
            step,
            Site.H(2),
            [1, 2, 3, 4],
            source is { } from ? [Hidden(from, 0), 2, Hidden(from, 2), 4] : null
        );

    [Fact]
    public void Patch_PastTheRecordingsEnd_LeavesTheRestAlone()
    {
        string json = $$"""{"op":"patch","site":"L2.h","units":[3],"recording":"a","steps":[5,null],"at":{{Recording.Steps - 2}}}""";

        AssertApplied(json, 5, Site.H(2), [1, 2, 3, 4], [1, 2, 3, Hidden(Recording.Steps - 2, 3)]);
        AssertApplied(json, 6, Site.H(2), [1, 2, 3, 4], [1, 2, 3, Hidden(Recording.Steps - 1, 3)]);
        AssertApplied(json, 7, Site.H(2), [1, 2, 3, 4], null);
    }

    [Fact]
    public void Patch_WithoutAnotherStep_TakesTheSameStep() =>
        AssertApplied(
            """{"op":"patch","site":"L2.h","units":[1],"recording":"a","steps":[3,null]}""",
            4,
            Site.H(2),
            [1, 2, 3, 4],
            [1, Hidden(4, 1), 3, 4]
        );

    [Fact]
    public void Patch_OfTheInput_IsTheTokenThatWasRead()
    {
        float[] expected = new float[6];
        expected[Recording.Input[0].Index] = 1;

        Assert.Equal(0, Recording.Input[0].Index);
        AssertApplied("""{"op":"patch","site":"input","units":"all","recording":"a"}""", 0, Site.Input, [0, 0, 0, 0, 0, 1], expected);
    }

    [Fact]
    public void Freeze_AtTheFirstOrTheLastStep_ShowsThatStep()
    {
        foreach (int at in (int[])[0, Recording.Steps - 1])
        {
            AssertApplied(
                $$"""{"op":"excise","layer":2,"units":[1,2],"fill":"freeze","recording":"a","at":{{at}}}""",
                6,
                Site.H(2),
                [1, 2, 3, 4],
                [1, Hidden(at, 1), Hidden(at, 2), 4]
            );
        }
    }

    [Fact]
    public void Resample_OfTwoUnits_ShowsThemAsTheyWereAtOneStep_AndEachTuneDrawsAnew()
    {
        CompiledPlan plan = Compile("""{"op":"excise","layer":2,"units":[1,2],"fill":"resample","recording":"a","seed":7}""");
        List<int>[] drawn = [Sources(plan.Begin(0, 0)), Sources(plan.Begin(1, 0))];

        Assert.DoesNotContain(-1, drawn[0]);
        Assert.DoesNotContain(-1, drawn[1]);
        Assert.NotEqual(drawn[0], drawn[1]);

        // Tune 1 of seed 7 draws as tune 0 of seed 8.
        Assert.Equal(
            drawn[1],
            Sources(Compile("""{"op":"excise","layer":2,"units":[1,2],"fill":"resample","recording":"a","seed":8}""").Begin(0, 0))
        );

        static List<int> Sources(PlanRun run)
        {
            List<int> sources = [];
            for (int step = 0; step < 12; step++)
            {
                float[] values = [9, 9, 9, 9];
                Assert.True(run.Apply(step, Site.H(2), values));
                Assert.Equal((9f, 9f), (values[0], values[3]));
                sources.Add(
                    Enumerable
                        .Range(0, Recording.Steps)
                        .Where(from => Hidden(from, 1) == values[1] && Hidden(from, 2) == values[2])
                        .FirstOrDefault(-1)
                );
            }

            return sources;
        }
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    [InlineData(5, null)] // no token is left
    public void Stimulate_InTurn_MixesTheStepsOwnToken(int step, int? other) =>
        AssertApplied(
            """{"op":"stimulate","weights":[0.75,0.25],"other":["t4","t5"],"inTurn":true,"steps":[3,9]}""",
            step,
            Site.Input,
            [0, 0, 1, 0, 0, 0],
            other is { } token
                ?
                [
                    .. Enumerable
                        .Range(0, 6)
                        .Select(index =>
                            index == 2 ? 0.75f
                            : index == token ? 0.25f
                            : 0
                        ),
                ]
                : null
        );

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public void Bias_InItsRange_MovesTheLogits(int step, bool applies) =>
        AssertApplied(
            """{"op":"bias","tokens":{"t2":1.5,"t4":-2},"steps":[3,4]}""",
            step,
            Site.Logits,
            [0, 0, 1, 0, 1, 0],
            applies ? [0, 0, 2.5f, 0, -1, 0] : null
        );

    [Fact]
    public void Apply_AtTheLogits_SaysThatItAppliedThoughNoBitChanged_AndAtThePosteriorOnlyIfOneDid()
    {
        PlanRun run = Compile(
                """{"op":"add","site":"logits","units":"all","value":0}""",
                """{"op":"add","site":"posterior","units":"all","value":[0,0.5]}"""
            )
            .Begin(0, 0);
        float[] values = [1, 2, 3, 4, 5, 6];

        Assert.True(run.Apply(0, Site.Logits, values));
        Assert.False(run.Apply(0, Site.Posterior, values));
        Assert.True(run.Apply(1, Site.Posterior, values));
        Assert.False(run.Apply(0, Site.H(1), values));
    }

    [Fact]
    public void ThrowIfUntouched_OfThreeOperations_NamesTheFirstThatTouchedNothing()
    {
        string[] operations =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(step => $$"""{"op":"clamp","site":"L1.h","units":"all","value":0,"steps":[{{step}},{{step}}]}"""),
        ];
        CompiledPlan plan = Compile(operations);

        Assert.Equal(0, Assert.Throws<PlanFormatException>(plan.ThrowIfUntouched).Operation);
        plan.Begin(0, 0).Apply(0, Site.H(1), [1, 2, 3, 4]);
        Assert.Equal([0], plan.Touched);
        Assert.Equal(1, Assert.Throws<PlanFormatException>(plan.ThrowIfUntouched).Operation);
        plan.Recall([1, 2]);
        Assert.Equal([0, 1, 2], plan.Touched);
        plan.ThrowIfUntouched();
    }

    [Theory]
    [InlineData("""{"op":"excise","layer":2,"units":[0],"fill":"freeze","recording":"a","at":-1}""", "takes step -1 of a recording of")]
    [InlineData(
        """{"op":"excise","layer":2,"units":[0,1],"fill":"freeze","recording":"a","at":LENGTH}""",
        "takes step LENGTH of a recording of LENGTH steps, 0 to LAST"
    )]
    [InlineData(
        """{"op":"patch","site":"L1.h","units":[0,1],"recording":"a","at":LENGTH}""",
        "begins at step LENGTH of a recording of LENGTH steps, 0 to LAST"
    )]
    [InlineData("""{"op":"patch","site":"L1.h","units":[0],"recording":"a","steps":[-1,null]}""", "begins at step -1 of a recording of")]
    [InlineData("""{"op":"patch","site":"L1.h","units":[0],"recording":"a","steps":[4,2]}""", "applies at steps 4 to 2")]
    [InlineData("""{"op":"clamp","site":"L1.h","units":[0],"value":1,"steps":[-2,2]}""", "applies at steps -2 to 2")]
    [InlineData("""{"op":"stimulate","other":"t4","steps":[5,1]}""", "applies at steps 5 to 1")]
    [InlineData("""{"op":"bias","tokens":{}}""", "names no token")]
    [InlineData("""{"op":"excise","layer":1,"units":[0],"notReading":[]}""", "names no token in 'notReading'")]
    [InlineData("""{"op":"patch","site":"L1.h","units":[0],"recording":"other"}""", "of a network of")]
    [InlineData("""{"op":"patch","site":"L1.h","units":[0],"recording":"posterior"}""", "which does not hold L1.h")]
    public void Compile_WhatARecordingOrAStepHasNot_IsRefused(string json, string expected)
    {
        string Told(string text) =>
            text.Replace("LENGTH", $"{Recording.Steps}", StringComparison.Ordinal)
                .Replace("LAST", $"{Recording.Steps - 1}", StringComparison.Ordinal);

        Assert.Contains(Told(expected), Assert.Throws<PlanFormatException>(() => Compile(Told(json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_NumbersThatAreNone_AreRefused()
    {
        Operation[] refused =
        [
            new Adjust
            {
                How = Adjustment.Add,
                Site = Site.H(1),
                Units = UnitSet.All,
                Values = [1, double.NaN],
            },
            new Stimulate { Others = ["t3"], Weight = double.NaN },
            new Stimulate { Others = ["t3"], OtherWeight = double.PositiveInfinity },
            new Bias
            {
                Tokens = new Dictionary<string, double> { ["t3"] = 1, ["t4"] = double.NaN },
            },
            new Bias
            {
                Tokens = new Dictionary<string, double> { ["t3"] = 1, ["t4"] = double.PositiveInfinity },
            },
            new Patch
            {
                Site = Site.H(1),
                Units = UnitSet.All,
                Recording = null!,
            },
        ];

        Assert.All(refused, operation => Assert.Throws<PlanFormatException>(() => new OperationPlan(operation).Compile(Model, Find)));
        _ = new OperationPlan(
            new Bias
            {
                Tokens = new Dictionary<string, double> { ["t3"] = 1, ["t4"] = double.NegativeInfinity },
            }
        ).Compile(Model);
    }

    [Fact]
    public void UnitSets_OfTheSameUnits_AreEqual()
    {
        Assert.Equal(UnitSet.Of(1, 2), UnitSet.Of(1, 2));
        Assert.Equal(UnitSet.OfTokens("C"), UnitSet.OfTokens("C"));
        Assert.NotEqual(UnitSet.Of(1, 2), UnitSet.Of(2, 1));
        Assert.NotEqual(UnitSet.OfTokens("C"), UnitSet.OfTokens("D"));
        Assert.NotEqual(UnitSet.All, UnitSet.Of(1));
        Assert.NotEqual(UnitSet.Of(), UnitSet.OfTokens());
        Assert.False(UnitSet.All.Equals(null));
    }

    private static float Hidden(int step, int unit) => Recording.Values(SiteKind.Hidden)[(((step * 2) + 1) * 4) + unit];

    /// <summary>Two recordings beside the usual one: of another network, and of the posterior alone.</summary>
    private static TuneRecording Find(string name)
    {
        GenerationOptions options = new() { Seed = 3, Limit = 12 };
        return name switch
        {
            "other" => TuneRecordings
                .Record(RandomModels.Create(new NetworkShape(1, 4, 6)), options, null, RecordedSites.All, "test")
                .Single(),
            "posterior" => TuneRecordings.Record(Model, options, null, [SiteKind.Posterior], "test").Single(),
            _ => Recording,
        };
    }

    private static CompiledPlan Compile(params string[] operations) =>
        OperationPlan.Parse($$"""{"operations":[{{string.Join(',', operations)}}]}""").Compile(Model, Find);

    /// <param name="json">One operation.</param>
    /// <param name="step">The step.</param>
    /// <param name="site">Where it acts.</param>
    /// <param name="values">What stands there.</param>
    /// <param name="expected">What stands there then; null where it does not apply.</param>
    private static void AssertApplied(string json, int step, Site site, float[] values, float[]? expected)
    {
        float[] before = [.. values];

        Assert.Equal(expected is not null, Compile(json).Begin(0, 0).Apply(step, site, values));
        Assert.Equal(expected ?? before, values);
    }
}
