using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Control;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 13: what cutting says of each layer, what interchanging says, and why the two differ.</summary>
internal static class BesideCutTelling
{
    /// <summary>The figure.</summary>
    /// <param name="cut">The cuts beside random ones.</param>
    /// <param name="wired">What is said of each layer.</param>
    /// <param name="meter">As tokens name it.</param>
    /// <param name="command">The study's.</param>
    public static BesideCutFigure Of(ControlResult cut, IReadOnlyList<WiredLayer> wired, string meter, string command)
    {
        BesideCutLayer[] layers = [.. wired.Select((layer, n) => Layer(cut, layer, n))];
        return new BesideCutFigure
        {
            Meter = meter,
            Tunes = cut.Options.Tunes,
            Sets = cut.Options.Sets,
            Uncut = cut.Baseline.Contrast,
            Layers = layers,
            Article =
                "With a third of layer 1 cut every measure except one is counted right: layer 1 seems not to count but to react to the measure token. From cutting layer 3 the count seems spread out.",
            Here =
                $"The units cut between bars serve counting: {Said(layers, of => of.Serves)}. Cut at bars they relay the bar: {Said(layers, of => of.Relays)}. The memory alone keeps the count: {Said(layers, of => of.Keeps)}.",
            Caption =
                $"The third of each layer's units with the most power at the measures' period, cut at the steps that read no bar (do they serve counting?) and at those that read one (do they relay it?), in {NumberText.Count(cut.Options.Tunes, "tune")} given to the network: the timing contrast, nats, is how much likelier a bar is in its place than one note before. Ticks: as many random units of like strength, at most {NumberText.Number(cut.Options.Sets)} sets, the fewest that a verdict can rest on. F: the share of the moved bar that the layer's memory carries alone.",
            Command = command,
            Files = [FigureWords.CutFile],
        };
    }

    private static string Said(BesideCutLayer[] layers, Func<BesideCutLayer, VerdictKind> verdict) =>
        string.Join(
            ", ",
            layers
                .GroupBy(verdict)
                .OrderBy(of => of.Key == VerdictKind.Undetermined)
                .ThenBy(of => of.Key)
                .Select(of => $"{EnumWords.Of(of.Key)} of {FigureWords.Layers([.. of.Select(layer => layer.Layer)])}")
        );

    private static BesideCutLayer Layer(ControlResult cut, WiredLayer layer, int n)
    {
        TimingEffect between = cut[CutSteps.BetweenBars].Layers[n];
        TimingEffect at = cut[CutSteps.AtBars].Layers[n];
        VerdictKind serves = Verdict(cut, layer.Layer, ControlVerdicts.ServesCounting);
        VerdictKind relays = Verdict(cut, layer.Layer, ControlVerdicts.RelaysTheBar);
        return new BesideCutLayer(
            layer.Layer,
            cut.Targets[n].Units.Count,
            Contrast(cut, between),
            Contrast(cut, at),
            serves,
            relays,
            layer.Keeps.Verdict,
            layer.Keeps.Share,
            layer.Keeps.Low,
            layer.Keeps.High,
            Why(cut, layer, between, cut.Sets[n], serves)
        );
    }

    private static CutContrast Contrast(ControlResult cut, TimingEffect of) =>
        new(
            cut.Baseline.Contrast + of.Target,
            cut.Baseline.Contrast + of.TargetInterval.Low,
            cut.Baseline.Contrast + of.TargetInterval.High,
            [.. of.Random.Select(change => cut.Baseline.Contrast + change)]
        );

    private static VerdictKind Verdict(ControlResult cut, int layer, string claim) =>
        cut.Verdicts.First(of => of.Subject == $"layer {layer}" && of.Claim == claim).Verdict;

    // No more than the numbers: what the cut takes, what the memory carries, and what of the two questions parts them.
    private static string Why(ControlResult cut, WiredLayer layer, TimingEffect between, ControlSets sets, VerdictKind serves)
    {
        string taken =
            $"without these units {Taken(cut, between.Target)} of the timing is lost between bars, without random ones {Taken(cut, between.Random.Average())}";
        string carried = $"its memory alone carries {FigureWords.Share(layer.Keeps.Share)} of the moved bar{Together(layer)}";
        if (layer.Keeps.Verdict == VerdictKind.Undetermined)
        {
            return $"{taken}; interchange leaves open what the memory carries, since {layer.Keeps.Reason}.";
        }

        if (!ControlVerdicts.Counts(cut.Baseline.Counted, cut.Baseline.ContrastInterval))
        {
            return $"the network, left to itself, counts {NumberText.Share(cut.Baseline.Counted)} of its measures, so that a cut has little to take; {carried}.";
        }

        bool keeps = layer.Keeps.Verdict == VerdictKind.Supported;
        return serves switch
        {
            VerdictKind.Undetermined =>
                $"the cut leaves open what interchange {(keeps ? "says" : "denies")}: {taken}; {Undecided(between, sets)}. {NumberText.Sentence(carried)}.",
            VerdictKind.Supported when keeps => $"the two agree: {taken}, and {carried}.",
            VerdictKind.Contradicted when !keeps => $"the two agree: {taken}, and {carried}.",
            VerdictKind.Supported =>
                $"the two differ: {taken}, yet {carried}. A cut takes all that the units say{Role(layer)}; what is needed there need not be the count.",
            _ => $"the two differ: {taken}, yet {carried}. The cut speaks of a third of the layer, by power; the memory is all of it.",
        };
    }

    // Why the cut does not decide, as its own verdict has it.
    private static string Undecided(TimingEffect of, ControlSets sets) =>
        of.Saturated > ControlVerdicts.MostSaturated ? ControlWords.Saturated(of)
        : ControlVerdicts.Warnings(sets) is [{ } unlike, ..] ? unlike
        : $"{NumberText.Number(DamageResiduals.AsLow([of.Residual, .. of.ResidualRandom]))} of {NumberText.Number(of.Random.Count)} random sets take as much, beyond the damage elsewhere";

    private static string Together(WiredLayer layer) =>
        layer.Together.Count == 0 ? string.Empty : $", and only together with {FigureWords.Layers(layer.Together)} the whole";

    // What else the layer is known to do between bars, and the cut takes as well.
    private static string Role(WiredLayer layer) =>
        (layer.Road, layer.HandsOn.Verdict) switch
        {
            (BarRoad.Remembered, VerdictKind.Supported) => ", here also what is remembered of the bar and the count handed on",
            (BarRoad.Remembered, _) => ", here also what is remembered of the bar",
            (_, VerdictKind.Supported) => ", here also the count handed on",
            _ => string.Empty,
        };

    private static string Taken(ControlResult cut, double change) => NumberText.Share(Math.Max(0, -change / cut.Baseline.Contrast));
}
