using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 3: how the values of h are distributed.</summary>
public sealed record ActivationDensitiesFigure : Figure
{
    private const int Bins = 100;
    private const double Width = 2.0 / Bins;

    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<ActivationDensity> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static ActivationDensitiesFigure Of(StudyMaterial material)
    {
        List<ActivationDensity> layers = [.. material.Layers.Select((h, index) => Density(h, index + 1))];
        bool sparse = layers.All(layer => layer.ShareUnderTenth > 0.5);
        bool falls = layers.Zip(layers.Skip(1)).All(pair => pair.Second.ShareUnderTenth <= pair.First.ShareUnderTenth);
        return new ActivationDensitiesFigure
        {
            Layers = layers,
            Article = "The activations of all three layers are sparse, but the deeper the layer, the likelier are large magnitudes.",
            Here =
                $"|h| is under 0.1 in {NumberText.List(layers.Select(layer => $"{NumberText.Share(layer.ShareUnderTenth)} of layer {layer.Layer}"))}: "
                + (
                    sparse
                        ? "sparse in every layer"
                        : $"{(layers.Exists(layer => layer.ShareUnderTenth > 0.5) ? "not sparse in every layer" : "sparse in no layer")}"
                )
                + (
                    layers.Count < 2 ? "."
                    : falls ? ". The deeper the layer, the fewer are small."
                    : ". Small values do not become fewer layer by layer."
                ),
            Caption =
                "Densities over bins of 0.02, on a logarithmic axis; the kurtosis is the fourth standardised moment, 3 for a normal distribution.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz"],
        };
    }

    private static ActivationDensity Density(UnitSequences h, int layer)
    {
        int[] counts = new int[Bins];
        double sum = 0;
        int small = 0;
        int all = h.Steps * h.Units;
        for (int step = 0; step < h.Steps; step++)
        {
            foreach (float value in h.Step(step))
            {
                counts[Math.Clamp((int)Math.Floor((value + 1) / Width), 0, Bins - 1)]++;
                sum += value;
                small += Math.Abs(value) < 0.1f ? 1 : 0;
            }
        }

        double mean = sum / all;
        double second = 0;
        double fourth = 0;
        for (int step = 0; step < h.Steps; step++)
        {
            foreach (float value in h.Step(step))
            {
                double square = (value - mean) * (value - mean);
                second += square;
                fourth += square * square;
            }
        }

        return new ActivationDensity(
            layer,
            [.. Enumerable.Range(0, Bins).Select(bin => -1 + ((bin + 0.5) * Width))],
            [.. counts.Select(count => count / (all * Width))],
            (double)small / all,
            second > 0 ? fourth * all / (second * second) : 0
        );
    }
}
