using Lilt.Network;

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
        ControlGround ground = new(model, options, targets, ledger, progress, cancellation);
        ClosedLoop closed = ClosedLoop.Of(model, ground, options, targets);
        TimingRounds rounds = new(ground.Loop, options, targets, ground.Sets, ground.Run.Reading);
        ControlBaseline baseline = ground.Baseline(rounds.UncutInterval(), closed.Measures[0].Baseline);
        IReadOnlyList<TimingCut> cuts = rounds.Run(ControlVerdicts.Counts(baseline.Counted, baseline.ContrastInterval));
        IReadOnlyList<StudyVerdict> layers = new ControlVerdicts(options, baseline, ground.Sets).OfLayers(cuts);
        ControlResult result = new()
        {
            Options = options,
            Targets = targets,
            Sets = ground.Sets,
            Baseline = baseline,
            Cuts = cuts,
            Closed = closed.Measures,
            Verdicts = layers,
            BaselineTunes = ground.Uncut,
            TargetTunes = closed.TargetTunes,
            UncountedTunes = closed.Uncounted,
            Floored = rounds.Rows.Sum(row => row.Tunes.Sum(tune => tune.Floored)),
            Rows = rounds.Rows,
        };
        return result with { Verdicts = [.. layers, .. ArticleVerdicts.Of(result, layers)] };
    }
}
