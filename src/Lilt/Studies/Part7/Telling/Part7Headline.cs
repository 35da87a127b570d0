using Lilt.Studies.Control;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7.Telling;

/// <summary>What a study says first: the question, one sentence, a line a layer.</summary>
internal static class Part7Headline
{
    private const string Question = "Do the units that beat with the measures count them?";

    private const string Article = "The article concludes that layer 1 only reacts to the bar and does not count";

    /// <summary>The verdicts of a study: the control's, or, without one, that nothing is determined.</summary>
    public static IReadOnlyList<StudyVerdict> Verdicts(ControlResult? control, IReadOnlyList<Excision> cuts) =>
        control?.Verdicts
        ??
        [
            .. cuts.Select(cut => Unasked($"layer {cut.Layer}", ControlVerdicts.ServesCounting)),
            .. cuts.Select(cut => Unasked($"layer {cut.Layer}", ControlVerdicts.RelaysTheBar)),
            .. ((string[])[ArticleVerdicts.NearlyWhole, ArticleVerdicts.RelaysOnly, ArticleVerdicts.SpreadOut]).Select(claim =>
                Unasked(ArticleVerdicts.Subject, claim)
            ),
        ];

    /// <summary>The headline.</summary>
    /// <param name="control">The control; null where it was left out.</param>
    /// <param name="cuts">The cut of each layer.</param>
    /// <param name="beating">How many units of each layer beat with the measures by a test; empty where none was made.</param>
    /// <param name="verdicts">The study's.</param>
    public static StudyHeadline Of(
        ControlResult? control,
        IReadOnlyList<Excision> cuts,
        IReadOnlyList<BeatingLayer> beating,
        IReadOnlyList<StudyVerdict> verdicts
    ) =>
        new(
            Question,
            control is null ? $"{Article}; no control was run, so nothing is said of that here." : Answer(control, verdicts),
            control is null ? [] : [.. cuts.SelectMany(cut => Disagreements(control, cut, verdicts))],
            [.. cuts.Select(cut => Layer(control, cut, beating, verdicts))]
        );

    private static StudyVerdict Unasked(string subject, string claim) =>
        new(
            subject,
            claim,
            VerdictKind.Undetermined,
            null,
            null,
            null,
            null,
            null,
            $"Undetermined whether {(subject == ArticleVerdicts.Subject ? claim : $"{subject} {claim}")}: no control was run."
        );

    private static LayerAnswer Layer(
        ControlResult? control,
        Excision cut,
        IReadOnlyList<BeatingLayer> beating,
        IReadOnlyList<StudyVerdict> verdicts
    )
    {
        ControlMeasure? counted = control?[ControlMeasure.StrictlyCounted];
        ControlEffect? effect = counted?.Layers.FirstOrDefault(of => of.Layer == cut.Layer);
        return new LayerAnswer(
            cut.Layer,
            cut.Units.Length,
            beating.FirstOrDefault(of => of.Layer == cut.Layer)?.Units,
            cut.UnitsInLayer,
            counted?.Baseline,
            counted?.Baseline + effect?.Target,
            counted?.Baseline + effect?.Random.Average(),
            Verdict(verdicts, cut.Layer, ControlVerdicts.ServesCounting),
            Verdict(verdicts, cut.Layer, ControlVerdicts.RelaysTheBar)
        );
    }

    private static VerdictKind Verdict(IReadOnlyList<StudyVerdict> verdicts, int layer, string claim) =>
        verdicts.FirstOrDefault(verdict => verdict.Subject == $"layer {layer}" && verdict.Claim == claim)?.Verdict
        ?? VerdictKind.Undetermined;

    private static string Answer(ControlResult control, IReadOnlyList<StudyVerdict> verdicts)
    {
        VerdictKind claim = verdicts.First(verdict => verdict.Claim == ArticleVerdicts.RelaysOnly).Verdict;
        TimingEffect? between = control[CutSteps.BetweenBars].Layers.FirstOrDefault(effect => effect.Layer == 1);
        TimingEffect? at = control[CutSteps.AtBars].Layers.FirstOrDefault(effect => effect.Layer == 1);
        bool counts = Verdict(verdicts, 1, ControlVerdicts.ServesCounting) == VerdictKind.Supported;
        return claim switch
        {
            VerdictKind.Contradicted when counts =>
                $"{Article}; here that is contradicted: its units with the most power at the measure period are needed between the bars, {Harm(control, between!)}.",
            VerdictKind.Contradicted =>
                $"{Article}; here that is contradicted: cutting its units with the most power at the measure period just where the bar is read costs {Share(control, at!.Target)} of the timing of the bars, surely under {Share(control, at.TargetInterval.Low)}, so it is not these that react to it.",
            VerdictKind.Supported =>
                $"{Article}; here that is supported: its units with the most power at the measure period are needed where the bar is read, {Harm(control, at!)}, and between the bars they are not (surely under {Share(control, between!.TargetInterval.Low)}).",
            _ when control.Options.OtherBand is not null =>
                $"{Article}; nothing is said of that here, since the units cut were not chosen at the measure period.",
            _ when !ControlVerdicts.Counts(control.Baseline.Counted, control.Baseline.ContrastInterval) =>
                $"{Article}; nothing is said of that here, since this network itself counts {ControlWords.Percent(control.Baseline.Counted)} of its measures.",
            _ =>
                $"{Article}; here that is undetermined: {(between is null ? "its layer 1 was not cut" : $"cutting its units with the most power at the measure period between the bars costs {Share(control, between.Target)} of the timing of the bars, random units {Share(control, between.Random.Average())}")}, which does not decide it.",
        };
    }

    // What it costs beside random sets, and how sure: in how many of them it cost as much.
    private static string Harm(ControlResult control, TimingEffect effect)
    {
        int asLow = DamageResiduals.AsLow([effect.Residual, .. effect.ResidualRandom]);
        string many = asLow == 0 ? "none" : NumberText.Number(asLow);
        return $"where cutting them costs {Share(control, effect.Target)} of the timing of the bars and cutting as many random units {Share(control, effect.Random.Average())} ({many} of {NumberText.Number(effect.Random.Count)} random sets did as much, beyond the damage done elsewhere)";
    }

    private static string Share(ControlResult control, double change) => NumberText.Share(Math.Max(0, -change / control.Baseline.Contrast));

    // The closed loop and the timing of the bars need not point the same way.
    private static IEnumerable<string> Disagreements(ControlResult control, Excision cut, IReadOnlyList<StudyVerdict> verdicts)
    {
        ControlMeasure counted = control[ControlMeasure.StrictlyCounted];
        VerdictKind counts = Verdict(verdicts, cut.Layer, ControlVerdicts.ServesCounting);
        if (
            counted.Layers.FirstOrDefault(effect => effect.Layer == cut.Layer) is not { } closed
            || !ControlVerdicts.Counts(control.Baseline.Counted, control.Baseline.ContrastInterval)
        )
        {
            yield break;
        }

        string share = NumberText.Share(Math.Max(0, counted.Baseline + closed.Target));
        string random = NumberText.Share(Math.Max(0, counted.Baseline + closed.Random.Average()));
        if (counts != VerdictKind.Supported && closed.TargetInterval.High < -ArticleVerdicts.MostLost)
        {
            yield return $"Layer {cut.Layer}: on its own without these units the network counts {share} of its measures ({random} without as many random ones), and yet it is {EnumWords.Of(counts)} that they serve counting: "
                + "on its own it reads its own slips, whatever they come from; the verdict asks for the bar's place in tunes that are given to it, beyond what random units cost.";
        }

        if (counts == VerdictKind.Supported && closed.TargetInterval.Low > -ArticleVerdicts.MostLost)
        {
            yield return $"Layer {cut.Layer}: these units serve counting, and yet on its own without them the network counts {share} of its measures ({NumberText.Share(counted.Baseline)} with them): "
                + "a bar that is less sure of its place, but still likeliest there, is counted.";
        }
    }
}
