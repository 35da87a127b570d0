using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 4: each unit's largest |h|.</summary>
public sealed record LargestActivationsFigure : Figure
{
    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<LargestLayer> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static LargestActivationsFigure Of(StudyMaterial material)
    {
        List<LargestLayer> layers =
        [
            .. material.Layers.Select((h, index) => new LargestLayer(index + 1, [.. Largest(h).OrderDescending()])),
        ];
        double[] medians = [.. layers.Select(layer => layer.Largest[layer.Largest.Length / 2])];
        bool rises = medians.Zip(medians.Skip(1)).All(pair => pair.Second >= pair.First);
        return new LargestActivationsFigure
        {
            Layers = layers,
            Article = "Deeper layers reach larger magnitudes.",
            Here =
                $"Half of the units of layer {NumberText.List(medians.Select((median, index) => $"{index + 1} reach {NumberText.Number(median)}"))} at some step"
                + (
                    layers.Count > 1
                        ? rises
                            ? ": deeper layers reach larger magnitudes here too."
                            : ": deeper does not mean larger here."
                        : "."
                ),
            Caption = "The largest |h| of each unit over the tune's steps, sorted within each layer.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz", "units.csv"],
        };
    }

    /// <summary>max over steps of |h|, [H].</summary>
    internal static double[] Largest(UnitSequences h)
    {
        double[] largest = new double[h.Units];
        for (int step = 0; step < h.Steps; step++)
        {
            ReadOnlySpan<float> values = h.Step(step);
            for (int unit = 0; unit < largest.Length; unit++)
            {
                largest[unit] = Math.Max(largest[unit], Math.Abs(values[unit]));
            }
        }

        return largest;
    }
}
