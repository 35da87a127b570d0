using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>What cutting a layer at some steps did to the timing contrast, beside random sets.</summary>
internal sealed record ControlCutLayer(
    int Layer,
    double Target,
    double[] TargetInterval,
    IReadOnlyList<double> Random,
    double[] Difference,
    double? Effect,
    double[]? EffectInterval,
    double Damage,
    IReadOnlyList<double> DamageRandom,
    double Residual,
    IReadOnlyList<double> ResidualRandom,
    double? P,
    double? Holm,
    bool Stopped,
    double Saturated);

/// <summary>One way of cutting: "between bars", "at bars" or "all steps".</summary>
internal sealed record ControlCut(string Cut, IReadOnlyList<ControlCutLayer> Layers);

/// <summary>What cutting a layer did to what the network writes on its own.</summary>
internal sealed record ControlClosedLayer(int Layer, double Target, double[] TargetInterval, IReadOnlyList<double> Random, double[] Difference);

/// <summary>One measure of what the networks write on their own.</summary>
internal sealed record ControlClosedMeasure(string Name, string Unit, double Baseline, string? Harm, IReadOnlyList<ControlClosedLayer> Layers);

/// <summary>How well a layer's random sets match its target.</summary>
internal sealed record ControlMatching(
    int Layer, double Overlap, double TargetStrength, double RandomStrength, int SmallestBin, IReadOnlyList<string> Warnings);

/// <summary>The control of figure 6.</summary>
internal sealed record ControlFigure
{
    /// <summary>Tunes of the open loop.</summary>
    public required int Tunes { get; init; }

    /// <summary>Tunes of the closed loop.</summary>
    public required int ClosedTunes { get; init; }

    /// <summary>The most random sets a layer and way of cutting.</summary>
    public required int Sets { get; init; }

    /// <summary>Random sets a layer of the closed loop, and of the cut at all steps.</summary>
    public required int ClosedSets { get; init; }

    public required string Null { get; init; }

    public required string Command { get; init; }

    /// <summary>The uncut network's timing contrast, nats.</summary>
    public required double Contrast { get; init; }

    public required double[] ContrastInterval { get; init; }

    /// <summary>The uncut network's strictly counted share.</summary>
    public required double Counted { get; init; }

    public required int Boundaries { get; init; }

    public required int Floored { get; init; }

    public required IReadOnlyList<ControlCut> Cuts { get; init; }

    public required IReadOnlyList<ControlClosedMeasure> Closed { get; init; }

    public required IReadOnlyList<ControlMatching> Matching { get; init; }

    /// <summary>A control's numbers.</summary>
    public static ControlFigure Of(ControlResult result, string command) => new()
    {
        Tunes = result.Options.Tunes,
        ClosedTunes = result.Options.ClosedTunes,
        Sets = result.Options.Sets,
        ClosedSets = Math.Min(result.Options.ClosedSets, result.Options.Sets),
        Null = result.Options.Null.ToString().ToLowerInvariant(),
        Command = command,
        Contrast = result.Baseline.Contrast,
        ContrastInterval = Ends(result.Baseline.ContrastInterval),
        Counted = result.Baseline.Counted,
        Boundaries = result.Baseline.Boundaries,
        Floored = result.Floored,
        Cuts = [.. result.Cuts.Select(cut => new ControlCut(Name(cut.When), [.. cut.Layers.Select(Layer)]))],
        Closed = [.. result.Closed.Select(measure => new ControlClosedMeasure(
            measure.Name,
            measure.Unit,
            measure.Baseline,
            measure.Harm == ControlHarm.None ? null : measure.Harm.ToString().ToLowerInvariant(),
            [.. measure.Layers.Select(effect => new ControlClosedLayer(
                effect.Layer, effect.Target, Ends(effect.TargetInterval), effect.Random, Ends(effect.Difference)))]))],
        Matching = [.. result.Sets.Select(sets => new ControlMatching(
            sets.Layer, sets.Overlap, sets.TargetStrength, sets.RandomStrength, sets.SmallestBin, ControlVerdicts.Warnings(sets)))],
    };

    /// <summary>What a way of cutting is called.</summary>
    public static string Name(CutSteps when) => when switch
    {
        CutSteps.BetweenBars => "between bars",
        CutSteps.AtBars => "at bars",
        _ => "all steps",
    };

    private static ControlCutLayer Layer(TimingEffect effect) => new(
        effect.Layer,
        effect.Target,
        Ends(effect.TargetInterval),
        effect.Random,
        Ends(effect.Difference),
        effect.Excess,
        effect.ExcessInterval is { } excess ? Ends(excess) : null,
        effect.Damage,
        effect.DamageRandom,
        effect.Residual,
        effect.ResidualRandom,
        effect.P,
        effect.Holm,
        effect.IsStopped,
        effect.Saturated);

    private static double[] Ends(ControlInterval interval) => [interval.Low, interval.High];
}
