using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Xunit;

namespace Lilt.Sweeping.Tests;

/// <summary>Controls whose sets are read in parts.</summary>
public sealed class ControlSweepTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Run_AControlsSets_ArePartsAndJoined()
    {
        const string Control = """
            {"task":"control","models":[{"plant":"durations","layer":2,"units":64}],"headers":["M:4/4 K:Cmaj"],
             "control":{"sets":9,"tunes":4,"setsAShard":4},"seeds":{"from":1,"count":1},
             "plans":[{"name":"some","operations":[{"op":"excise","layer":2,"units":[1,2,3]}]}]}
            """;
        SweepFolder sweep = place.Begin("sweep", Control);
        SweepFolder whole = place.Begin("whole", Control.Replace("\"setsAShard\":4", "\"setsAShard\":9", StringComparison.Ordinal));

        Assert.Equal(3, Made(sweep));
        Assert.Equal(1, Made(whole));

        const string Sets =
            "select steps, set, tune, contrast, other_loss, floored, uncut_contrast, boundaries, others from sets order by steps, set, tune";
        Assert.Equal(SweepPlace.Ask(whole, Sets), SweepPlace.Ask(sweep, Sets));
        Assert.Equal(3L * 10 * 4, SweepPlace.Ask(sweep, "select count(*) from sets where layer = 2 and plan = 'some'")[0][0]);
        SweptControl joined = Assert.Single(SweepControls.Of(sweep, 2));
        Assert.Equal(joined.Timing.Verdicts, Assert.Single(SweepControls.Of(whole, 2)).Timing.Verdicts);
        Assert.Contains("the 3 units of layer 2 that the plan some cuts", joined.Timing.Verdicts[0].Sentence, StringComparison.Ordinal);
        double asked = (double)
            SweepPlace.Ask(
                sweep,
                "select sum(contrast) / sum(boundaries) - sum(uncut_contrast) / sum(boundaries) from sets where set = 8 and steps = 'atbars'"
            )[0][0]!;
        Assert.Equal(joined.Timing.Cuts.First(cut => cut.When == CutSteps.AtBars).Layers[0].Random[8], asked, 1e-12);
    }

    [Fact]
    public void Controls_OfWhichAPartLacks_AreNotJoined()
    {
        SweepFolder sweep = place.Begin(
            "sweep",
            """
            {"task":"control","models":[{"plant":"durations","layer":2,"units":64}],"headers":["M:4/4 K:Cmaj"],"seeds":{"from":1,"count":2},
             "control":{"sets":4,"tunes":2,"setsAShard":2},"plans":[{"name":"some","operations":[{"op":"excise","layer":1,"units":[5]}]}]}
            """
        );
        new SweepWorker(sweep, 2).Run([0, 2, 3]);

        Assert.Equal(2u, Assert.Single(SweepControls.Of(sweep, 2)).Seed.Value);
    }

    [Fact]
    public void Trial_OfControls_TellsHowManyNetworksThereWillBe()
    {
        SweepPlan sweep = place.Read(
            """
            {"task":"control","models":[{"plant":"durations","layer":2,"units":64}],"headers":["M:4/4 K:Cmaj"],"seeds":{"from":1,"count":2},
             "control":{"sets":99,"tunes":2},
             "plans":[{"name":"both","operations":[{"op":"excise","layer":1,"units":[5]},{"op":"excise","layer":2,"units":[7]}]}]}
            """
        );

        ControlTrial trial = ControlTrial.Of(sweep, 2, CancellationToken.None);

        Assert.Equal(2 * (100 + 100 + 10), trial.NetworksAControl);
        Assert.Equal(2 * (48 + 48 + 10), trial.Networks);
        Assert.InRange(trial.TokensANetwork, 2 * 4, 2 * 500);
        Assert.True(trial.TokensASecond > 0 && trial.BytesANetwork > 0);
    }

    private static long Made(SweepFolder sweep) =>
        new SweepWorker(sweep, 2).Run([.. Enumerable.Range(0, (int)sweep.Shards.Count).Select(n => (long)n)]).Made;
}
