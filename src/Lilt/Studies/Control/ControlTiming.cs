namespace Lilt.Studies.Control;

/// <summary>What the open loop of a control says.</summary>
/// <param name="Baseline">How the uncut network counts.</param>
/// <param name="Cuts">Between bars, at bars, at all steps.</param>
/// <param name="Verdicts">Each claim's layers.</param>
public sealed record ControlTiming(ControlBaseline Baseline, IReadOnlyList<TimingCut> Cuts, IReadOnlyList<StudyVerdict> Verdicts)
{
    /// <summary>What is said of a layer by one way of cutting it; null of the cut at all steps, which decides nothing.</summary>
    /// <param name="when">The way.</param>
    /// <param name="layer">From 1, one that was cut.</param>
    public StudyVerdict? VerdictOn(CutSteps when, int layer) =>
        Cuts.Where(cut => cut.When != CutSteps.AllSteps)
            .SelectMany(cut => cut.Layers.Select(effect => (cut.When, effect.Layer)))
            .Zip(Verdicts)
            .Where(place => place.First == (when, layer))
            .Select(place => place.Second)
            .FirstOrDefault();
}
