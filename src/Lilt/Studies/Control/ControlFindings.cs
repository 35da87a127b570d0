using System.Globalization;

namespace Lilt.Studies.Control;

/// <summary>Says in sentences what a control's numbers allow, and no more.</summary>
internal sealed class ControlFindings
{
    /// <summary>The largest p at which a harm is said to be the target's own.</summary>
    public const double Significance = 0.05;

    /// <summary>
    /// How much of the strictly counted share may be lost while counting is still called nearly whole. The article calls 1
    /// miscounted measure of 28 so, 0.036; 0.1 is the next round number at which nobody would.
    /// </summary>
    public const double NearlyWhole = 0.1;

    /// <summary>The strictly counted share under which the uncut network itself does not count, so that nothing can be lost.</summary>
    public const double FewestCounted = 0.5;

    private readonly ControlMeasure timing;
    private readonly ControlMeasure others;
    private readonly ControlMeasure share;
    private readonly IReadOnlyList<ControlSets> sets;
    private readonly int randomSets;

    /// <param name="measures">The five measures.</param>
    /// <param name="sets">The random sets, in the order of the measures' layers.</param>
    /// <param name="randomSets">K.</param>
    public ControlFindings(IReadOnlyList<ControlMeasure> measures, IReadOnlyList<ControlSets> sets, int randomSets)
    {
        timing = measures.First(measure => measure.Name == ControlMeasure.TimingContrast);
        others = measures.First(measure => measure.Name == ControlMeasure.OtherTokens);
        share = measures.First(measure => measure.Name == ControlMeasure.StrictlyCounted);
        this.sets = sets;
        this.randomSets = randomSets;
        Layers = [.. sets.Select((_, index) => OfLayer(index))];
        Claim = OfClaim();
    }

    /// <summary>Layer by layer.</summary>
    public IReadOnlyList<ControlFinding> Layers { get; }

    /// <summary>The article's claim.</summary>
    public ControlClaim Claim { get; }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private ControlFinding OfLayer(int index)
    {
        ControlEffect effect = timing.Layers[index];
        ControlEffect damage = others.Layers[index];
        int units = sets[index].Sets[0].Count;
        int asDamaging = 0;
        int asHarmfulOfThose = 0;
        for (int set = 0; set < randomSets; set++)
        {
            bool damages = damage.Random[set] >= damage.Target;
            asDamaging += damages ? 1 : 0;
            asHarmfulOfThose += damages && effect.Random[set] <= effect.Target ? 1 : 0;
        }

        bool isHarm = effect.Target < 0 && effect.P <= Significance;
        bool serves = isHarm && asDamaging > 0 && asHarmfulOfThose == 0;
        string cut = Text($"cutting {units} units of layer {effect.Layer} moves the timing contrast by {effect.Target:+0.00;-0.00;0.00} nats from {timing.Baseline:0.00}");
        string p = Text($"p = {effect.P:0.###}, after Holm {effect.Holm:0.###}");
        string damaged = Text($"{damage.Target:0.000} nats a token or more");
        string sentence = (isHarm, serves) switch
        {
            (true, true) => Text($"This layer's units at the measure period serve counting: {cut}, further down than any of the {asDamaging} of {randomSets} random sets that damage other tokens as much, by {damaged} ({p}).{Sureness(effect)}"),
            (true, false) when asDamaging == 0 => Text($"It is not said that layer {effect.Layer}'s units at the measure period serve counting: {cut}, further down than the random sets ({p}), but it damages other tokens more than every one of the {randomSets} does, by {damage.Target:0.000} nats a token."),
            (true, false) => Text($"It is not said that layer {effect.Layer}'s units at the measure period serve counting: {cut} ({p}), but of the {asDamaging} of {randomSets} random sets that damage other tokens as much, by {damaged}, {asHarmfulOfThose} move it as far down."),
            _ when effect.Target >= 0 => Text($"Nothing shows that layer {effect.Layer}'s units at the measure period serve counting: {cut}; it does not fall."),
            _ => Text($"Nothing shows that layer {effect.Layer}'s units at the measure period serve counting: {cut}, and {effect.Random.Count(random => random <= effect.Target)} of {randomSets} random sets move it as far down ({p}).{Smallest()}"),
        };
        return new ControlFinding(effect.Layer, serves, sentence);
    }

    private string Sureness(ControlEffect effect) => effect.Holm <= Significance
        ? string.Empty
        : Text($" With {randomSets} sets a layer and {sets.Count} layers the smallest p after Holm is {Math.Min(1, sets.Count / (randomSets + 1.0)):0.###}: a control of more sets would say it more surely.");

    private string Smallest() => 1.0 / (randomSets + 1) <= Significance
        ? string.Empty
        : Text($" With {randomSets} random sets no p is under {1.0 / (randomSets + 1):0.###}, so a control of at least 19 is needed to show anything.");

    private ControlClaim OfClaim()
    {
        int first = sets.ToList().FindIndex(of => of.Layer == 1);
        if (first < 0)
        {
            return Open("layer 1 was not cut.");
        }

        if (share.Baseline < FewestCounted)
        {
            return Open(Text($"the uncut network strictly counts {Percent(share.Baseline)} of its own measures, so there is little counting to lose."));
        }

        ControlEffect loss = share.Layers[first];
        string counted = Text($"with {sets[first].Sets[0].Count} units of layer 1 cut, {Percent(share.Baseline + loss.Target)} of measures are strictly counted, against {Percent(share.Baseline)} uncut (change {loss.Target:+0.000;-0.000;0.000}, 95 % interval {loss.TargetInterval.Low:+0.000;-0.000;0.000} to {loss.TargetInterval.High:+0.000;-0.000;0.000})");
        string besideRandom = Text($"{loss.Random.Count(random => random <= loss.Target)} of {randomSets} random sets of layer 1 lose as much (p = {loss.P:0.###})");
        int[] serving = [.. Layers.Where(layer => layer.ServesCounting).Select(layer => layer.Layer)];
        if (loss.TargetInterval.High < -NearlyWhole)
        {
            return Contradicted(Text($"{counted}: counting does not stay nearly whole; {besideRandom}."));
        }

        if (serving.Contains(1))
        {
            return Contradicted(Text($"{counted}, but its units at the measure period serve counting more than random sets of it do."));
        }

        if (serving.Length > 0)
        {
            return Contradicted(Text($"{counted}, but counting is not spread out: the units at the measure period of layer {string.Join(" and of layer ", serving)} serve it more than random sets of as many do."));
        }

        return loss.TargetInterval.Low > -NearlyWhole
            ? new ControlClaim(ControlVerdict.Confirmed, Text($"The article's claim is confirmed for this network: {counted}, so counting stays nearly whole, and in no layer do the units at the measure period serve it more than random sets of as many do."))
            : Open(Text($"{counted}, and the interval does not say on which side of {NearlyWhole:0.0} the loss lies; {besideRandom}."));
    }

    private static string Percent(double share) => Text($"{100 * share:0.0} %");

    private static ControlClaim Open(string why) => new(ControlVerdict.LeftOpen, $"The article's claim is left open for this network: {why}");

    private static ControlClaim Contradicted(string why) => new(ControlVerdict.Contradicted, $"The article's claim is contradicted for this network: {why}");
}
