using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>What cutting a layer at some steps did to the timing contrast, beside random sets.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Target">T: the change of the timing contrast that cutting the target makes, nats.</param>
/// <param name="TargetInterval">Its interval over tunes; the intervals of all layers hold together at 95 %.</param>
/// <param name="Random">R: the same of the random sets, as many as were run.</param>
/// <param name="Difference">The interval of T − mean R, simultaneous over the layers as well.</param>
/// <param name="Effect">(mean R − T)/|mean R|: how much more harm than random sets do, 0 is as much; null where random sets do none.</param>
/// <param name="EffectInterval">Its interval, simultaneous over the layers.</param>
/// <param name="Damage">T of the damage to other tokens, nats a token, given that no measure token comes.</param>
/// <param name="DamageRandom">R of the same.</param>
/// <param name="Residual">What of the contrast's change the damage does not explain, nats; the target's rank is taken on it.</param>
/// <param name="ResidualRandom">The same of the random sets.</param>
/// <param name="P">One-sided, from the rank among the random sets; null where none was taken.</param>
/// <param name="Holm">The same after Holm, over all that is tested together.</param>
/// <param name="Stopped">Whether it stopped early: as many sets as needed were already at least as low.</param>
/// <param name="Saturated">The share of random sets that lose nearly all of the contrast, 0 to 1.</param>
public sealed record ControlTimingLayer(
    int Layer,
    double Target,
    ControlInterval TargetInterval,
    IReadOnlyList<double> Random,
    ControlInterval Difference,
    double? Effect,
    ControlInterval? EffectInterval,
    double Damage,
    IReadOnlyList<double> DamageRandom,
    double Residual,
    IReadOnlyList<double> ResidualRandom,
    double? P,
    double? Holm,
    bool Stopped,
    double Saturated);

/// <summary>One way of cutting: "between bars", "at bars" or "all steps".</summary>
/// <param name="Cut">The steps at which units are cut.</param>
/// <param name="Layers">In the order of the targets.</param>
public sealed record ControlTiming(CutSteps Cut, IReadOnlyList<ControlTimingLayer> Layers);

/// <summary>What cutting a layer did to what the network writes on its own.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Target">T: the change that cutting the target makes, in the measure's unit.</param>
/// <param name="TargetInterval">Its 95 % interval over tunes.</param>
/// <param name="Random">R: the same of each random set.</param>
/// <param name="Difference">The 95 % interval of T − mean R.</param>
public sealed record ControlClosedLayer(int Layer, double Target, ControlInterval TargetInterval, IReadOnlyList<double> Random, ControlInterval Difference);

/// <summary>One measure of what the networks write on their own.</summary>
/// <param name="Name"><c>strictly counted share</c>, <c>measures a tune</c>, <c>cut tunes</c>.</param>
/// <param name="Unit">The unit of its numbers: share, measures, tunes.</param>
/// <param name="Baseline">The uncut network's own value.</param>
/// <param name="Harm">Which way is harm: less where a fall is harmful, more where a rise is; null where neither.</param>
/// <param name="Layers">In the order of the targets.</param>
public sealed record ControlClosedMeasure(string Name, string Unit, double Baseline, ControlHarm? Harm, IReadOnlyList<ControlClosedLayer> Layers);

/// <summary>How well a layer's random sets match its target.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Overlap">The mean share of the target's units that a random set holds, 0 to 1.</param>
/// <param name="TargetStrength">The mean strength of the target's units.</param>
/// <param name="RandomStrength">That of the random sets' units.</param>
/// <param name="SmallestBin">Units in the smallest bin that random sets are drawn from.</param>
/// <param name="Warnings">Where target and random sets are not alike, sentences.</param>
public sealed record ControlMatching(
    int Layer, double Overlap, double TargetStrength, double RandomStrength, int SmallestBin, IReadOnlyList<string> Warnings);

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

    /// <summary>A control's numbers.</summary>
    internal static ExcisionControl Of(ControlResult result, string command) => new()
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
        Closed = [.. result.Closed.Select(measure => new ControlClosedMeasure(
            measure.Name,
            measure.Unit,
            measure.Baseline,
            measure.Harm == ControlHarm.None ? null : measure.Harm,
            [.. measure.Layers.Select(effect => new ControlClosedLayer(
                effect.Layer, effect.Target, effect.TargetInterval, effect.Random, effect.Difference))]))],
        Matching = [.. result.Sets.Select(sets => new ControlMatching(
            sets.Layer, sets.Overlap, sets.TargetStrength, sets.RandomStrength, sets.SmallestBin, ControlVerdicts.Warnings(sets)))],
    };

    private static ControlTimingLayer Layer(TimingEffect effect) => new(
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
        effect.Saturated);
}
