using Lilt.Network;
using Lilt.Operations;
using Lilt.Spectra;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

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

    /// <summary>The plan's file in the study's folder.</summary>
    public string PlanFile => $"plans/{File}.json";

    /// <summary>Chooses the units of every cut and asks for the tunes.</summary>
    public static List<CutRun> Ask(StudyMaterial material, StudyRuns runs)
    {
        List<CutRun> cuts = [];
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            cuts.Add(
                Ask(
                    runs,
                    $"layer {layer} cut",
                    layer,
                    $"the third of layer {layer} with the largest band fraction",
                    UnitSelection.Top(material.Fractions[layer - 1], Third),
                    $"cut-layer-{layer}"
                )
            );
        }

        double[] with = material.Hann[0].With(DirectCurrent.Include).BandFractions(material.Band);
        IReadOnlyList<UnitFraction> over = UnitSelection.Above(with, UnitSelection.ArticleThreshold);
        int third = (int)Math.Floor((over.Count / 3.0) + 0.5);
        if (third > 0)
        {
            cuts.Add(
                Ask(
                    runs,
                    "layer 1, by threshold",
                    1,
                    $"the third with the largest fraction of the {NumberText.Count(over.Count, "unit")} of layer 1 over 0.025 % (frequency 0 in the sum)",
                    over.Take(third),
                    "cut-threshold"
                )
            );
        }

        return cuts;
    }

    /// <summary>What came of it.</summary>
    public Excision Excision(StudyMaterial material)
    {
        StudyTune tune = StudyTuneReader.Read(
            Name,
            [.. Run.Recording!.Output.Select(token => material.Model.Vocabulary[token])],
            Run.Tune!.EndsAtLimit
        );
        return new Excision
        {
            Layer = Layer,
            Selection = Selection,
            Units = Units,
            UnitsInLayer = material.Model.Shape.Units,
            Tune = tune,
            FirstDivergence = tune.FirstDivergence(material.Tune),
            Plan = Plan.Hash,
            PlanFile = PlanFile,
        };
    }

    private static CutRun Ask(StudyRuns runs, string name, int layer, string selection, IEnumerable<UnitFraction> chosen, string file)
    {
        int[] units = [.. chosen.Select(unit => unit.Unit).Order()];
        OperationPlan plan =
            units.Length == 0 ? OperationPlan.Empty : new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(units) });
        return new CutRun(name, layer, selection, units, plan, file, runs.Operated(plan, [SiteKind.Hidden, SiteKind.Posterior]));
    }
}
