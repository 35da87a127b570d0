using Lilt.Generation;
using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Studies.Control;

/// <summary>
/// Holds the units that a study cut against random sets of as many units: does cutting them between the bars, or where a bar is read, harm
/// the timing of bars more than cutting any others?
/// </summary>
/// <remarks>Source: docs/control.md; the claim is that of B. L. Sturm, "Making sense of the folk-rnn v2 model, part 7", 2018.</remarks>
public static class ControlStudy
{
    /// <summary>Makes the control.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">How.</param>
    /// <param name="targets">What the study cut, a set a layer.</param>
    /// <param name="ledger">Keeps the open loop as it is made, and knows what an earlier run of the same control made; null for
    /// none.</param>
    /// <param name="progress">Told of every tune.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentException">An option or target is outside its range, or the model has no measure tokens.</exception>
    /// <exception cref="NothingToControlException">The baseline's tunes hold no measure whose timing could be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ControlResult Run(
        Model model,
        ControlOptions options,
        IReadOnlyList<ControlTarget> targets,
        ControlLedger? ledger = null,
        IProgress<ControlProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ControlArguments.Check(model, options, targets);
        ControlRun run = new(model, options, progress, cancellation);
        (IReadOnlyList<GeneratedTune> uncut, IReadOnlyList<HiddenMoments> moments) = run.Baseline();
        OpenLoop loop = new(model, options, [.. uncut.Take(options.Tunes)], ledger, cancellation);
        if (loop.Boundaries == 0)
        {
            throw new NothingToControlException(
                $"The {options.Tunes} tunes that the uncut network wrote hold no measure token after a note: there is no timing to control."
            );
        }

        ControlSets[] sets =
        [
            .. targets.Select(target =>
                RandomSets.Draw(
                    target,
                    UnitStrength.Of(model.Weights, target.Layer, HiddenMoments.Deviations(moments, target.Layer, model.Shape.Units)),
                    options,
                    options.Seed.Derive("random sets", target.Layer)
                )
            ),
        ];
        ClosedLoop closed = ClosedLoop.Of(model, run, options, targets, sets, [.. uncut.Take(options.ClosedTunes)]);
        TimingRounds rounds = new(loop, options, targets, sets, run.Reading);
        ControlBaseline baseline = new()
        {
            Contrast = loop.Contrast,
            ContrastInterval = rounds.UncutInterval(),
            OtherLoss = loop.OtherLoss,
            Counted = closed.Measures[0].Baseline,
            Boundaries = loop.Boundaries,
        };
        bool counts = ControlVerdicts.Counts(baseline.Counted, baseline.ContrastInterval);
        IReadOnlyList<TimingCut> cuts = rounds.Run(counts);
        ControlVerdicts verdicts = new(options, baseline, sets);
        StudyVerdict[] layers = [.. cuts.Where(cut => cut.When != CutSteps.AllSteps).SelectMany(verdicts.Of)];
        ControlResult result = new()
        {
            Options = options,
            Targets = targets,
            Sets = sets,
            Baseline = baseline,
            Cuts = cuts,
            Closed = closed.Measures,
            Verdicts = layers,
            BaselineTunes = uncut,
            TargetTunes = closed.TargetTunes,
            UncountedTunes = closed.Uncounted,
            Floored = rounds.Rows.Sum(row => row.Tunes.Sum(tune => tune.Floored)),
            Rows = rounds.Rows,
        };
        return result with { Verdicts = [.. layers, .. ArticleVerdicts.Of(result, layers)] };
    }
}
