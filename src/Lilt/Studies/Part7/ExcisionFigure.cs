using Lilt.Network;
using Lilt.Operations;
using Lilt.Spectra;

namespace Lilt.Studies.Part7;

/// <summary>A cut network's tune.</summary>
public sealed record Excision
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>Which units, in words.</summary>
    public required string Selection { get; init; }

    /// <summary>The units, ascending.</summary>
    public required int[] Units { get; init; }

    /// <summary>H.</summary>
    public required int UnitsInLayer { get; init; }

    /// <summary>The tune that the network wrote without them.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>The first step whose token is not the studied tune's; null when none differs.</summary>
    public required int? FirstDivergence { get; init; }

    /// <summary>The plan's hash.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's file in the study's folder.</summary>
    public required string PlanFile { get; init; }
}

/// <summary>What the threshold takes under one convention.</summary>
/// <param name="Convention">The convention, in words.</param>
/// <param name="Threshold">A unit is taken where its share of power in the band is over this.</param>
/// <param name="Units">How many units of layer 1 it takes.</param>
/// <param name="Share">The same as a share of layer 1, 0 to 1.</param>
public sealed record ThresholdShare(string Convention, double Threshold, int Units, double Share);

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
    internal static ExcisionFigure Of(Part7Material material, IReadOnlyList<CutRun> cuts, MeasureBeat beat)
    {
        List<Excision> made = [.. cuts.Select(cut => cut.Excision(material))];
        IReadOnlyList<ConventionShare> shares = UnitSelection.SharesAbove(material.Layers[0], material.Band, UnitSelection.ArticleThreshold, SpectrumOptions.Default);
        List<string> sentences = [];
        foreach (Excision cut in made)
        {
            sentences.Add($"With {cut.Selection} cut ({NumberText.Number(cut.Units.Length)} of {NumberText.Number(cut.UnitsInLayer)} units), "
                + (cut.FirstDivergence is { } step ? $"the tune departs at step {NumberText.Number(step)}, has {NumberText.Count(cut.Tune.Tokens.Count, "step")}{(cut.Tune.Cut ? " (cut at the limit)" : "")} and {cut.Tune.CountInWords()}." : "the tune stays the same."));
        }

        string least = NumberText.Share(shares.Min(share => share.Share));
        string most = NumberText.Share(shares.Max(share => share.Share));
        sentences.Add(least == most ? $"The threshold takes {most} of layer 1 under every convention." : $"The threshold takes from {least} to {most} of layer 1, by convention.");
        sentences.Add(Beats(beat));
        return new ExcisionFigure
        {
            Band = material.Band,
            MeasureInterval = material.MeasureInterval.Steps,
            Baseline = material.Tune,
            Cuts = made,
            Conventions = [.. shares.Select(share => new ThresholdShare(Words(share), UnitSelection.ArticleThreshold, share.Count, share.Share))],
            Beating = beat.Layers,
            Article = "With 33 % of layer 1 cut (units with more than 0.025 % of their power in [8.7, 9.3] steps) and the same random seed, every measure of the new tune except one is counted right: layer 1 seems not to count but to react to the measure token.",
            Here = string.Join(' ', sentences),
            Caption = $"Each block is a measure, as long as its duration. {(material.Options.Band is null ? $"The band follows the tune: 3.5 % to either side of its median measure interval of {NumberText.Number(material.MeasureInterval.Steps)} steps, never narrower than a bin" : "The band was given")}: [{NumberText.Number(material.Band.Shortest.Steps)}, {NumberText.Number(material.Band.Longest.Steps)}] steps. "
                + "Fractions are of power under a Hann window; for the rank frequency 0 is left out of the sum. A cut unit's h is 0 at every step, the initial one included; its cell runs on. All runs draw with the baseline's random numbers. One tune says little of the network: the control looks at many. "
                + $"The cut goes by rank and takes a third whatever is true. Which units beat with the measures is tested over tunes with the studied header: the log ratio of multitaper power (NW = {NumberText.Number(PowerExcess.TimeHalfBandwidth)}, {NumberText.Number(PowerExcess.Tapers)} tapers) at each tune's own measure frequency to its neighbours; every other tune selects, the others test by a one-sided t, q ≤ {NumberText.Number(MeasureBeat.Level)} after Benjamini and Hochberg over all units.",
            Command = $"{material.Options.Commands.Generate} --plan {(made.Count > 0 ? made[0].PlanFile : "plans/cut-layer-1.json")}",
            Files = ["tunes.abc", "measures.csv", "units.csv", "conventions.csv", .. made.Select(cut => cut.PlanFile)],
        };
    }

    private static string Beats(MeasureBeat beat) => beat.Layers.Any(layer => layer.Units is null)
        ? $"Too few of the tunes with this header ({NumberText.Number(beat.Tunes)}) are long enough to test which units beat with the measures."
        : $"Over tunes with this header {NumberText.List(beat.Layers.Select(layer => $"{NumberText.Number(layer.Units!.Value)} of {NumberText.Count(layer.UnitsInLayer, "unit")} of layer {NumberText.Number(layer.Layer)}"))} beat with the measures, {NumberText.List(beat.Layers.Select(layer => NumberText.Number(layer.AmongCut!.Value)))} of those cut.";

    private static string Words(ConventionShare share) =>
        $"{share.Points.ToString().ToLowerInvariant()}, DC {(share.DirectCurrent == DirectCurrent.Include ? "in" : "out")}{(share.Detrending == Detrending.Mean ? ", mean taken off" : "")}";
}

/// <summary>A cut while its tune is made.</summary>
/// <param name="Name">What the report calls the tune.</param>
/// <param name="Layer">From 1.</param>
/// <param name="Selection">Which units, in words.</param>
/// <param name="Units">The units, ascending.</param>
/// <param name="Plan">The plan that cuts them.</param>
/// <param name="File">Its file's name, without folder and ending.</param>
/// <param name="Run">The tune.</param>
internal sealed record CutRun(string Name, int Layer, string Selection, int[] Units, OperationPlan Plan, string File, WatchedTune Run)
{
    private const double Third = 0.33;

    /// <summary>Chooses the units of every cut and asks for the tunes.</summary>
    public static List<CutRun> Ask(Part7Material material, Part7Runs runs)
    {
        List<CutRun> cuts = [];
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            cuts.Add(Ask(runs, $"layer {layer} cut", layer, $"the third of layer {layer} with the largest band fraction", UnitSelection.Top(material.Fractions[layer - 1], Third), $"cut-layer-{layer}"));
        }

        double[] with = material.Hann[0].With(DirectCurrent.Include).BandFractions(material.Band);
        IReadOnlyList<UnitFraction> over = UnitSelection.Above(with, UnitSelection.ArticleThreshold);
        int third = (int)Math.Floor((over.Count / 3.0) + 0.5);
        if (third > 0)
        {
            cuts.Add(Ask(runs, "layer 1, by threshold", 1, $"the third with the largest fraction of the {NumberText.Count(over.Count, "unit")} of layer 1 over 0.025 % (frequency 0 in the sum)", over.Take(third), "cut-threshold"));
        }

        return cuts;
    }

    /// <summary>What came of it.</summary>
    public Excision Excision(Part7Material material)
    {
        StudyTune tune = StudyTuneReader.Read(Name, [.. Run.Recording!.Output.Select(token => material.Model.Vocabulary[token])], Run.Tune!.IsCut);
        return new Excision
        {
            Layer = Layer,
            Selection = Selection,
            Units = Units,
            UnitsInLayer = material.Model.Shape.Units,
            Tune = tune,
            FirstDivergence = tune.FirstDivergence(material.Tune),
            Plan = Plan.Hash,
            PlanFile = $"plans/{File}.json",
        };
    }

    private static CutRun Ask(Part7Runs runs, string name, int layer, string selection, IEnumerable<UnitFraction> chosen, string file)
    {
        int[] units = [.. chosen.Select(unit => unit.Unit).Order()];
        OperationPlan plan = units.Length == 0 ? OperationPlan.Empty : new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(units) });
        return new CutRun(name, layer, selection, units, plan, file, runs.Operated(plan, [SiteKind.Hidden, SiteKind.Posterior]));
    }
}
