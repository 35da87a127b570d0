using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Sweeps;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Sweeps;

/// <summary>Plans over tunes in one batch: each pair is to the bit what it is alone.</summary>
public sealed class PlanSweepTests
{
    private static readonly Model Model = WanderingModel.Create(["M:4/4", "K:Cmaj"], layers: 3, units: 20, WanderingModel.Bars);
    private static readonly GenerationOptions Options = new()
    {
        Seed = 2,
        Tunes = 4,
        Limit = 50,
        Threads = 2,
    };
    private static readonly IReadOnlyList<Token>[] Tunes = [.. TuneGenerator.Generate(Model, Options).Select(tune => tune.Tokens)];

    private static readonly OperationPlan[] Plans =
    [
        OperationPlan.Empty,
        new(new Excise { Layer = 1, Units = UnitSet.Of(0, 3) }),
        new(
            new Excise
            {
                Layer = 3,
                Units = UnitSet.Of(7),
                Reading = ["|"],
            }
        ),
        new(
            new Stimulate
            {
                Others = ["C", "D", "E"],
                Seed = 5,
                Steps = new StepRange(3, null),
            }
        ),
        new(new Bias { Tokens = new Dictionary<string, double> { ["|"] = 2 } }),
    ];

    [Fact]
    public void Read_PlansOverTunes_AreEachThePairAlone()
    {
        double[,] bits = PlanSweep.Read(Model, Tunes, Plans, step => step.Surprise, new SweepOptions { Threads = 2 });
        double[,] bars = PlanSweep.Read(
            Model,
            Tunes,
            Plans,
            step => step.LogProbability(TokenKind.Measure),
            new SweepOptions { Threads = 1 }
        );

        for (int plan = 0; plan < Plans.Length; plan++)
        {
            TuneRecording[] alone = [.. Model.ReadAll(Tunes, Plans[plan].Compile(Model))];
            for (int tune = 0; tune < Tunes.Length; tune++)
            {
                Assert.Equal(alone[tune].Surprise().Aggregate(0.0, (sum, next) => sum + next), bits[plan, tune]);
                Assert.Equal(alone[tune].LogProbabilities(TokenKind.Measure).Aggregate(0.0, (sum, next) => sum + next), bars[plan, tune]);
            }
        }

        Assert.Equal(bits.Length, bits.Cast<double>().Distinct().Count());
    }

    [Fact]
    public void Read_SitesThatAreKept_AreThoseOfTheStepUnderThePlan()
    {
        Site[] sites = [Site.H(2), Site.C(1), Site.Logits];
        TuneRecording[][] alone = [.. Plans.Select(plan => Model.ReadAll(Tunes, plan.Compile(Model)).ToArray())];
        int wrong = 0;

        double[,] steps = PlanSweep.Read(
            Model,
            Tunes,
            Plans,
            step =>
            {
                TuneRecording of = alone[step.Plan][step.Tune];
                bool same =
                    step.Written == of.Output[step.Step]
                    && step.Posterior.SequenceEqual(of[Site.Posterior][step.Step])
                    && step[Site.Posterior].SequenceEqual(step.Posterior);
                foreach (Site site in sites)
                {
                    same &= step[site].SequenceEqual(of[site][step.Step]);
                }

                Interlocked.Add(ref wrong, same ? 0 : 1);
                return 1;
            },
            new SweepOptions { Sites = sites, Threads = 2 }
        );

        Assert.Equal(0, wrong);
        Assert.All(Enumerable.Range(0, Tunes.Length), tune => Assert.Equal(Tunes[tune].Count - 1, steps[2, tune]));
    }

    [Fact]
    public void Write_PlansOverTunes_AreEachThePlanAlone()
    {
        OperationPlan[] plans = Plans[..4];
        GeneratedTune[][] written = PlanSweep.Write(Model, Options, plans);

        Assert.Equal(plans.Length, written.Length);
        for (int plan = 0; plan < plans.Length; plan++)
        {
            Assert.Equal(
                TuneGenerator.Generate(Model.With(plans[plan]), Options).Select(tune => string.Join(' ', tune.Tokens)),
                written[plan].Select(tune => string.Join(' ', tune.Tokens))
            );
        }

        Assert.NotEqual(written[0].Select(tune => string.Join(' ', tune.Tokens)), written[1].Select(tune => string.Join(' ', tune.Tokens)));
    }

    [Fact]
    public void Read_Progress_CountsEveryPairAndStep()
    {
        List<SweepProgress> told = [];

        PlanSweep.Read(Model, Tunes, Plans, _ => 0, progress: new Told(told.Add));

        int all = Plans.Length * Tunes.Length;
        Assert.Equal(Enumerable.Range(1, all), told.Select(progress => progress.Done));
        Assert.Equal(new SweepProgress(all, all, Plans.Length * Tunes.Sum(tune => tune.Count - 1L)), told[^1]);
    }

    [Fact]
    public void Read_Cancelled_EndsAtOnce()
    {
        using CancellationTokenSource stop = new();
        int steps = 0;

        Assert.ThrowsAny<OperationCanceledException>(() =>
            PlanSweep.Read(
                Model,
                Tunes,
                Plans,
                _ =>
                {
                    Interlocked.Increment(ref steps);
                    stop.Cancel();
                    return 0;
                },
                cancellation: stop.Token
            )
        );

        // One step of each slot that is under way when it is told, on every thread.
        Assert.InRange(steps, 1, Plans.Length * Tunes.Length * 2);
    }

    [Fact]
    public void Read_PlanThatDoesNotFitOrTouchesNothing_IsNamedByItsPlace()
    {
        OperationPlan strange = new(new Excise { Layer = 4, Units = UnitSet.All });
        OperationPlan never = new(new Forbid { Tokens = ["C"], Steps = new StepRange(5000, null) });

        Assert.Contains(
            "plan 1 of the sweep: operation 1",
            Assert.Throws<PlanFormatException>(() => PlanSweep.Read(Model, Tunes, [OperationPlan.Empty, strange], _ => 0)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "plan 2 of the sweep: operation 1",
            Assert.Throws<PlanFormatException>(() => PlanSweep.Read(Model, Tunes, [.. Plans[..2], never], _ => 0)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "plan 0 of the sweep",
            Assert.Throws<PlanFormatException>(() => PlanSweep.Write(Model, Options, [never])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_WrongUse_IsAnErrorThatSaysWhatToDo()
    {
        Assert.Contains(
            "SweepOptions.Sites",
            Assert.Throws<ArgumentException>(() => PlanSweep.Read(Model, Tunes, Plans, step => step[Site.H(1)][0])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => PlanSweep.Write(Model, Options with { Mode = DrawMode.Stream }, Plans));
        Assert.Empty(PlanSweep.Read(Model, [], Plans, _ => 0));
        Assert.Empty(PlanSweep.Write(Model, Options, []));
    }

    private sealed class Told(Action<SweepProgress> take) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => take(value);
    }
}
