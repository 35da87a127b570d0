using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>Figure 2: the hidden states, units × steps.</summary>
public sealed record HiddenStatesFigure : Figure
{
    private const double ActiveLimit = 0.1;

    /// <summary>A unit is active in a step where |h| is over this.</summary>
    public double ActiveOver { get; } = ActiveLimit;

    /// <summary>The steps at which a measure token is written, ascending.</summary>
    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<HiddenLayer> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static HiddenStatesFigure Of(StudyMaterial material)
    {
        int units = material.Model.Shape.Units;
        float largest = 0;
        foreach (float value in material.Recording.Values(SiteKind.Hidden))
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        double end = Matrix8.End(largest);
        List<HiddenLayer> layers = [];
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            UnitSequences h = material.Layers[layer - 1];
            int active = 0;
            for (int step = 0; step < h.Steps; step++)
            {
                foreach (float value in h.Step(step))
                {
                    active += Math.Abs(value) > ActiveLimit ? 1 : 0;
                }
            }

            layers.Add(
                new HiddenLayer(
                    layer,
                    Matrix8.Of(h.Steps, units, -end, end, (step, unit) => h.Step(step)[unit], $"recording.npz: h[:, {layer - 1}, :]"),
                    ByPeak(material.Hann[layer - 1]),
                    (double)active / (h.Steps * units)
                )
            );
        }

        return new HiddenStatesFigure
        {
            MeasureSteps = material.Tune.MeasureSteps,
            Layers = layers,
            Article = "The second layer is a more active scene than the first.",
            Here =
                $"Of all values, {NumberText.List(layers.Select(layer => $"{NumberText.Share(layer.ActiveShare)} in layer {layer.Layer}"))} are over {NumberText.Number(ActiveLimit)} in magnitude"
                + (layers.Count > 1 ? $": layer {layers.MaxBy(layer => layer.ActiveShare)!.Layer} is the most active scene." : "."),
            Caption =
                "h of every unit at every step, time from bottom to top, on one symmetric scale for all layers. Units count from 0 and stand in file order or sorted by the period at which their spectrum is largest (frequency 0 left out). Whether the article counts its units from 0 or 1 is not known.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz", "units.csv"],
        };
    }

    /// <summary>Units by the period of their largest bin, longest first, ties by index; silent units last.</summary>
    internal static int[] ByPeak(LayerSpectra spectra) => [.. UnitOrder.ByPeakPeriod(spectra).Units];
}
