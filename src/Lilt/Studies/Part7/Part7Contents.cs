using Lilt.Spectra;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Telling;

namespace Lilt.Studies.Part7;

/// <summary>The files of the study beside its numbers.</summary>
internal static class Part7Contents
{
    /// <summary>All of them, in the order in which the page lists them.</summary>
    public static IReadOnlyList<StudyContent> Of(
        StudyMaterial material,
        Part7Figures figures,
        IReadOnlyList<CutRun> cuts,
        IReadOnlyList<StimulusRun> stimuli,
        IReadOnlyList<LayerBound> bindings,
        MeasureBeat beat,
        IReadOnlyList<StudyVerdict> verdicts,
        ControlResult? control
    ) =>
        [
            StudyTunes.Of(
                "tunes.abc",
                "the studied tune and those of the cut and stimulated networks",
                [material.Tune, .. figures.Excision.Cuts.Select(cut => cut.Tune), .. figures.Stimulation.Runs.Select(run => run.Tune)]
            ),
            new StudyRecording(
                "recording.npz",
                "every site of the studied tune at every step: i, f, g, o, c, h [T, S, H], logits, posterior [T, V]",
                material.Recording
            ),
            Spectra(material),
            .. cuts.SelectMany(cut =>
                (StudyContent[])
                    [
                        new StudyPlan(cut.PlanFile, $"the plan of “{cut.Name}”", cut.Plan),
                        new StudyRecording(cut.File + ".npz", $"h and posterior of “{cut.Name}”", cut.Run.Recording!),
                    ]
            ),
            .. stimuli.SelectMany(run =>
                (StudyContent[])
                    [
                        new StudyPlan(run.PlanFile, $"the plan of “{run.Name}”", run.Plan),
                        new StudyRecording(run.File + ".npz", $"c, h and posterior of “{run.Name}”", run.Run.Recording!),
                    ]
            ),
            .. Part7Tables.Of(figures, bindings, beat, verdicts, control),
        ];

    private static StudyArrays Spectra(StudyMaterial material)
    {
        SpectralGrid grid = material.Hann[0].Grid;
        return new StudyArrays(
            "spectra.npz",
            "the magnitude spectra of every unit: hann, rectangular, rectified [S, H, bins], posterior [V, bins], frequencies",
            [
                new StudyArray(
                    "frequencies",
                    [grid.Bins],
                    (float[])[.. Enumerable.Range(0, grid.Bins).Select(bin => (float)grid.FrequencyAt(bin))]
                ),
                Magnitudes("hann", material.Hann),
                new StudyArray("posterior", [material.HannPosterior.Units, grid.Bins], Flat([material.HannPosterior])),
                Magnitudes("rectangular", material.Rectangular),
                Magnitudes("rectified", material.Rectified),
            ]
        );
    }

    private static StudyArray Magnitudes(string name, IReadOnlyList<LayerSpectra> layers) =>
        new(name, [layers.Count, layers[0].Units, layers[0].Grid.Bins], Flat(layers));

    private static float[] Flat(IReadOnlyList<LayerSpectra> layers)
    {
        float[] flat = new float[layers.Sum(layer => layer.Units) * layers[0].Grid.Bins];
        int at = 0;
        foreach (LayerSpectra layer in layers)
        {
            for (int unit = 0; unit < layer.Units; unit++)
            {
                foreach (double magnitude in layer.Magnitudes(unit))
                {
                    flat[at++] = (float)magnitude;
                }
            }
        }

        return flat;
    }
}
