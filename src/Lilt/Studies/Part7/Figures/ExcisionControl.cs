using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The control of figure 6.</summary>
public sealed record ExcisionControl
{
    /// <summary>Tunes of the open loop.</summary>
    public required int Tunes { get; init; }

    /// <summary>Tunes of the closed loop.</summary>
    public required int ClosedTunes { get; init; }

    /// <summary>The most random sets a layer and way of cutting.</summary>
    public required int Sets { get; init; }

    /// <summary>Random sets a layer of the closed loop, and of the cut at all steps.</summary>
    public required int ClosedSets { get; init; }

    /// <summary>What random sets have in common with the target besides their size.</summary>
    public required ControlNull Null { get; init; }

    /// <summary>The command line that makes it.</summary>
    public required string Command { get; init; }

    /// <summary>The uncut network's timing contrast, nats.</summary>
    public required double Contrast { get; init; }

    /// <summary>Its 95 % interval over tunes.</summary>
    public required ControlInterval ContrastInterval { get; init; }

    /// <summary>The uncut network's strictly counted share.</summary>
    public required double Counted { get; init; }

    /// <summary>Boundaries that the contrast is a mean over.</summary>
    public required int Boundaries { get; init; }

    /// <summary>Probabilities that were taken as the smallest normal float32.</summary>
    public required int Floored { get; init; }

    /// <summary>The open loop: every network reads the uncut one's tunes. The cut at all steps is described, without a verdict.</summary>
    public required IReadOnlyList<ControlTiming> Cuts { get; init; }

    /// <summary>The closed loop: every network writes on its own, cut at all steps.</summary>
    public required IReadOnlyList<ControlClosedMeasure> Closed { get; init; }

    /// <summary>How alike target and random sets are, by layer.</summary>
    public required IReadOnlyList<ControlMatching> Matching { get; init; }

    /// <summary>What interchange says of the same layers; null in a study that did not ask.</summary>
    public ControlInterchange? Interchange { get; init; }

    /// <summary>A control's numbers, without what interchange says.</summary>
    internal static ExcisionControl Of(ControlResult result, string command) =>
        new()
        {
            Tunes = result.Options.Tunes,
            ClosedTunes = result.Options.ClosedTunes,
            Sets = result.Options.Sets,
            ClosedSets = Math.Min(result.Options.ClosedSets, result.Options.Sets),
            Null = result.Options.Null,
            Command = command,
            Contrast = result.Baseline.Contrast,
            ContrastInterval = result.Baseline.ContrastInterval,
            Counted = result.Baseline.Counted,
            Boundaries = result.Baseline.Boundaries,
            Floored = result.Floored,
            Cuts = [.. result.Cuts.Select(cut => new ControlTiming(cut.When, [.. cut.Layers.Select(Layer)]))],
            Closed =
            [
                .. result.Closed.Select(measure => new ControlClosedMeasure(
                    measure.Name,
                    measure.Unit,
                    measure.Baseline,
                    measure.Harm,
                    [
                        .. measure.Layers.Select(effect => new ControlClosedLayer(
                            effect.Layer,
                            effect.Target,
                            effect.TargetInterval,
                            effect.Random,
                            effect.Difference
                        )),
                    ]
                )),
            ],
            Matching =
            [
                .. result.Sets.Select(sets => new ControlMatching(
                    sets.Layer,
                    sets.Overlap,
                    sets.TargetStrength,
                    sets.RandomStrength,
                    sets.SmallestBin,
                    ControlVerdicts.Warnings(sets)
                )),
            ],
        };

    private static ControlTimingLayer Layer(TimingEffect effect) =>
        new(
            effect.Layer,
            effect.Target,
            effect.TargetInterval,
            effect.Random,
            effect.Difference,
            effect.Excess,
            effect.ExcessInterval,
            effect.Damage,
            effect.DamageRandom,
            effect.Residual,
            effect.ResidualRandom,
            effect.P,
            effect.Holm,
            effect.IsStopped,
            effect.Saturated
        );
}
