using System.Globalization;

namespace Lilt.Studies.Control;

/// <summary>Puts a control's verdicts in words: no sentence says more than its numbers.</summary>
/// <param name="options">How the control was made.</param>
/// <param name="baseline">How the uncut network counts.</param>
/// <param name="layers">Layers that were cut; intervals are simultaneous over them.</param>
internal sealed class ControlWords(ControlOptions options, ControlBaseline baseline, int layers)
{
    /// <summary>The units that were cut, as a sentence calls them.</summary>
    public string Units(int count, int layer) => Text($"the {count} units of layer {layer} {options.Chosen ?? Strongest()}");

    /// <summary>The sentence of a layer's verdict.</summary>
    public string Layer(VerdictKind verdict, string claim, CutSteps when, TimingEffect effect, ControlSets sets, string why)
    {
        string where = when == CutSteps.BetweenBars ? "between the bars" : "where a bar is read";
        string said = verdict switch
        {
            VerdictKind.Supported => $"Supported that layer {effect.Layer} {claim}",
            VerdictKind.Contradicted => $"Contradicted that layer {effect.Layer} {claim} by these units",
            _ => $"Undetermined whether layer {effect.Layer} {claim}",
        };
        return $"{said}: cutting {Units(sets.TargetCounts.Sum(), effect.Layer)} {where} {Takes(effect.Target)} of the timing contrast "
            + Text(
                $"({Signed(effect.Target)} of {baseline.Contrast:0.00} nats, {Level} interval {Signed(effect.TargetInterval.Low)} to {Signed(effect.TargetInterval.High)}), "
            )
            + $"{Takes(effect.Random.Average())} on average where as many random units are cut ({effect.Random.Count} sets); {why}.";
    }

    public string DoesNotCount() =>
        Text(
            $"the uncut network strictly counts {Percent(baseline.Counted)} of its own measures, and its timing contrast is {baseline.Contrast:0.00} nats (95 % interval {Signed(baseline.ContrastInterval.Low)} to {Signed(baseline.ContrastInterval.High)}): there is little counting to lose"
        );

    public static string TakesLittle() =>
        $"the interval lies above a loss of {Percent(ControlVerdicts.LeastLoss)}: what they do there is not needed";

    public static string MayTakeLittle() =>
        $"the interval does not say on which side of a loss of {Percent(ControlVerdicts.LeastLoss)} it lies";

    public static string Saturated(TimingEffect effect) =>
        $"but {Percent(effect.Saturated)} of the random sets take nearly all of it as well, so that any units of the layer break the counting";

    public static string SmallBins(ControlSets sets) =>
        $"the layer's bins of strength hold as few as {sets.SmallestBin} units, too few for random sets to be held against the target";

    public static string Overlaps(ControlSets sets) =>
        $"the random sets share {Percent(sets.Overlap)} of their units with the target, since it holds most of the units of its strength";

    public static string NoMore(ControlInterval excess) => Text($"that is at most {1 + excess.High:0.00} times what random sets do");

    public static string NoRoom() => "random sets take so much that no units of the layer could take much more";

    public static string TooFew(int sets, int fewest) => $"{sets} random sets can show nothing: at least {fewest} are needed";

    public static string More(TimingEffect effect) => $"{Times(effect)}, and {Rank(effect)}";

    public static string NotMore(TimingEffect effect, bool isMore) =>
        $"{(isMore ? Times(effect) : $"{Times(effect)}, which may be no more than chance")}, and {Rank(effect)}";

    /// <summary>A share of 1 in per cent.</summary>
    public static string Percent(double share) => Text($"{100 * share:0.#} %").Replace('-', '−');

    /// <summary>A number with its sign.</summary>
    public static string Signed(double value) => Text($"{value:+0.00;-0.00;0.00}").Replace('-', '−');

    private string Strongest() =>
        options.OtherBand is { } band
            ? Text($"with the most power at {band.Shortest.Steps:0.##} to {band.Longest.Steps:0.##} steps")
            : "with the most power at the measure period";

    private static string Times(TimingEffect effect) =>
        effect is { Excess: { } excess, ExcessInterval: { } interval }
            ? Text($"that is {1 + excess:0.0} times what random sets do ({1 + interval.Low:0.0} to {1 + interval.High:0.0})")
                .Replace('-', '−')
            : "random sets do next to nothing";

    private static string Rank(TimingEffect effect)
    {
        int asLow = (int)Math.Round((effect.P!.Value * (effect.Random.Count + 1)) - 1);
        return Text(
            $"{asLow} of the {effect.Random.Count} random sets do as much beyond what damage to other tokens explains (p = {effect.P:0.###}, after Holm {effect.Holm:0.###})"
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Level => Percent(1 - (ControlVerdicts.Significance / layers));

    private string Takes(double change) =>
        change <= 0 ? $"takes {Percent(-change / baseline.Contrast)}" : $"adds {Percent(change / baseline.Contrast)}";
}
