using Lilt.Generation;
using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Studies.Control;

/// <summary>What every part of a control stands on: the uncut network's tunes, its own reading of them, and the random sets.</summary>
internal sealed class ControlGround
{
    /// <summary>Writes the tunes, reads them and draws the sets.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">How.</param>
    /// <param name="targets">What was cut, a set a layer.</param>
    /// <param name="ledger">Keeps the open loop; null for none.</param>
    /// <param name="progress">Told of every tune.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <exception cref="ArgumentException">An option or target is outside its range, or the model has no measure tokens.</exception>
    /// <exception cref="NothingToControlException">The tunes hold no measure whose timing could be read.</exception>
    public ControlGround(
        Model model,
        ControlOptions options,
        IReadOnlyList<ControlTarget> targets,
        ControlLedger? ledger,
        IProgress<ControlProgress>? progress,
        CancellationToken cancellation
    )
    {
        ControlArguments.Check(model, options, targets);
        Run = new ControlRun(model, options, progress, cancellation);
        (Uncut, IReadOnlyList<HiddenMoments> moments) = Run.Baseline();
        Loop = new OpenLoop(model, options, [.. Uncut.Take(options.Tunes)], ledger, cancellation);
        if (Loop.Boundaries == 0)
        {
            throw new NothingToControlException(
                $"The {options.Tunes} tunes that the uncut network wrote hold no measure token after a note: there is no timing to control."
            );
        }

        Sets =
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
    }

    /// <summary>Makes tunes, and tells of them.</summary>
    public ControlRun Run { get; }

    /// <summary>The tunes.</summary>
    public IReadOnlyList<GeneratedTune> Uncut { get; }

    /// <summary>Feeds them to networks with units cut.</summary>
    public OpenLoop Loop { get; }

    /// <summary>The random sets, in the order of the targets.</summary>
    public ControlSets[] Sets { get; }

    /// <summary>How the uncut network counts.</summary>
    /// <param name="contrast">The interval of its timing contrast.</param>
    /// <param name="counted">Its strictly counted share.</param>
    public ControlBaseline Baseline(ControlInterval contrast, double counted) =>
        new()
        {
            Contrast = Loop.Contrast,
            ContrastInterval = contrast,
            OtherLoss = Loop.OtherLoss,
            Counted = counted,
            Boundaries = Loop.Boundaries,
        };
}
