using Lilt.Network;
using Lilt.Operations;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 6: units with power at the measure period cut out, with the same random numbers.</summary>
public sealed record ExcisionFigure : Figure
{
    /// <summary>The band of periods in steps, its shortest and its longest.</summary>
    public required Band Band { get; init; }

    /// <summary>The tune's own median measure interval, in steps.</summary>
    public required double MeasureInterval { get; init; }

    /// <summary>The studied tune.</summary>
    public required StudyTune Baseline { get; init; }

    /// <summary>First what cutting each layer by rank made, then any others.</summary>
    public required IReadOnlyList<Excision> Cuts { get; init; }

    /// <summary>What the threshold takes in layer 1 under each convention.</summary>
    public required IReadOnlyList<ThresholdShare> Conventions { get; init; }

    /// <summary>How many units of each layer beat with the measures, by test.</summary>
    public required IReadOnlyList<BeatingLayer> Beating { get; init; }

    /// <summary>The control beside the cuts; null where it was left out.</summary>
    public ExcisionControl? Control { get; init; }

    /// <summary>Makes the figure, without the control.</summary>
    internal static ExcisionFigure Of(StudyMaterial material, IReadOnlyList<CutRun> cuts, MeasureBeat beat)
    {
        List<Excision> made = [.. cuts.Select(cut => cut.Excision(material))];
        IReadOnlyList<ConventionShare> shares = UnitSelection.SharesAbove(
            material.Layers[0],
            material.Band,
            UnitSelection.ArticleThreshold,
            SpectrumOptions.Default
        );
        List<string> sentences = [];
        foreach (Excision cut in made)
        {
            sentences.Add(
                $"With {cut.Selection} cut ({NumberText.Number(cut.Units.Length)} of {NumberText.Number(cut.UnitsInLayer)} units), "
                    + (
                        cut.FirstDivergence is { } step
                            ? $"the tune departs at step {NumberText.Number(step)}, has {NumberText.Count(cut.Tune.Tokens.Count, "step")}{(cut.Tune.EndsAtLimit ? " (cut at the limit)" : "")} and {cut.Tune.CountInWords()}."
                            : "the tune stays the same."
                    )
            );
        }

        string least = NumberText.Share(shares.Min(share => share.Share));
        string most = NumberText.Share(shares.Max(share => share.Share));
        sentences.Add(
            least == most
                ? $"The threshold takes {most} of layer 1 under every convention."
                : $"The threshold takes from {least} to {most} of layer 1, by convention."
        );
        sentences.Add(Beats(beat));
        return new ExcisionFigure
        {
            Band = material.Band,
            MeasureInterval = material.MeasureInterval.Steps,
            Baseline = material.Tune,
            Cuts = made,
            Conventions =
            [
                .. shares.Select(share => new ThresholdShare(Words(share), UnitSelection.ArticleThreshold, share.Count, share.Share)),
            ],
            Beating = beat.Layers,
            Article =
                "With 33 % of layer 1 cut (units with more than 0.025 % of their power in [8.7, 9.3] steps) and the same random seed, every measure of the new tune except one is counted right: layer 1 seems not to count but to react to the measure token.",
            Here = string.Join(' ', sentences),
            Caption =
                $"Each block is a measure, as long as its duration. {(material.Options.Band is null ? $"The band follows the tune: 3.5 % to either side of its median measure interval of {NumberText.Number(material.MeasureInterval.Steps)} steps, never narrower than a bin" : "The band was given")}: [{NumberText.Number(material.Band.Shortest.Steps)}, {NumberText.Number(material.Band.Longest.Steps)}] steps. "
                + "Fractions are of power under a Hann window; for the rank frequency 0 is left out of the sum. A cut unit's h is 0 at every step, the initial one included; its cell runs on. All runs draw with the baseline's random numbers. One tune says little of the network: the control looks at many. "
                + $"The cut goes by rank and takes a third whatever is true. Which units beat with the measures is tested over tunes with the studied header: the log ratio of multitaper power (NW = {NumberText.Number(PowerExcess.TimeHalfBandwidth)}, {NumberText.Number(PowerExcess.Tapers)} tapers) at each tune's own measure frequency to its neighbours; every other tune selects, the others test by a one-sided t, q ≤ {NumberText.Number(MeasureBeat.Level)} after Benjamini and Hochberg over all units.",
            Command = $"{material.Options.Commands.Generate} --plan {(made.Count > 0 ? made[0].PlanFile : "plans/cut-layer-1.json")}",
            Files = ["tunes.abc", "measures.csv", "units.csv", "conventions.csv", .. made.Select(cut => cut.PlanFile)],
        };
    }

    private static string Beats(MeasureBeat beat) =>
        beat.Layers.Any(layer => layer.Units is null)
            ? $"Too few of the tunes with this header ({NumberText.Number(beat.Tunes)}) are long enough to test which units beat with the measures."
            : $"Over tunes with this header {NumberText.List(beat.Layers.Select(layer => $"{NumberText.Number(layer.Units!.Value)} of {NumberText.Count(layer.UnitsInLayer, "unit")} of layer {NumberText.Number(layer.Layer)}"))} beat with the measures, {NumberText.List(beat.Layers.Select(layer => NumberText.Number(layer.AmongCut!.Value)))} of those cut.";

    private static string Words(ConventionShare share) =>
        $"{share.Points.ToString().ToLowerInvariant()}, DC {(share.DirectCurrent == DirectCurrent.Include ? "in" : "out")}{(share.Detrending == Detrending.Mean ? ", mean taken off" : "")}";
}
