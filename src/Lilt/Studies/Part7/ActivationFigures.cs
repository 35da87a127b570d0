using Lilt.Selection;
using Lilt.Network;
using Lilt.Spectra;

namespace Lilt.Studies.Part7;

/// <summary>A layer of figure 2.</summary>
internal sealed record HiddenLayer(int Layer, Matrix8 H, int[] ByPeakPeriod, double ActiveShare);

/// <summary>Figure 2: the hidden states, units × steps.</summary>
internal sealed record HiddenStatesFigure : Beside
{
    private const double ActiveLimit = 0.1;

    public double ActiveOver { get; } = ActiveLimit;

    public required IReadOnlyList<int> MeasureSteps { get; init; }

    public required IReadOnlyList<HiddenLayer> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    public static HiddenStatesFigure Of(Part7Material material)
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

            layers.Add(new HiddenLayer(
                layer,
                Matrix8.Of(h.Steps, units, -end, end, (step, unit) => h.Step(step)[unit], $"recording.npz: h[:, {layer - 1}, :]"),
                ByPeak(material.Hann[layer - 1]),
                (double)active / (h.Steps * units)));
        }

        return new HiddenStatesFigure
        {
            MeasureSteps = material.Tune.MeasureSteps,
            Layers = layers,
            Article = "The second layer is a more active scene than the first.",
            Here = $"Of all values, {Say.List(layers.Select(layer => $"{Say.Share(layer.ActiveShare)} in layer {layer.Layer}"))} are over {Say.Number(ActiveLimit)} in magnitude"
                + (layers.Count > 1 ? $": layer {layers.MaxBy(layer => layer.ActiveShare)!.Layer} is the most active scene." : "."),
            Caption = "h of every unit at every step, time from bottom to top, on one symmetric scale for all layers. Units count from 0 and stand in file order or sorted by the period at which their spectrum is largest (frequency 0 left out). Whether the article counts its units from 0 or 1 is not known.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz", "units.csv"],
        };
    }

    /// <summary>Units by the period of their largest bin, longest first, ties by index; silent units last.</summary>
    internal static int[] ByPeak(LayerSpectra spectra) => [.. UnitOrder.ByPeakPeriod(spectra).Units];
}

/// <summary>A layer of figure 3.</summary>
internal sealed record ActivationDensity(int Layer, double[] Values, double[] Density, double ShareUnderTenth, double Kurtosis);

/// <summary>Figure 3: how the values of h are distributed.</summary>
internal sealed record ActivationDensitiesFigure : Beside
{
    private const int Bins = 100;
    private const double Width = 2.0 / Bins;

    public required IReadOnlyList<ActivationDensity> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    public static ActivationDensitiesFigure Of(Part7Material material)
    {
        List<ActivationDensity> layers = [.. material.Layers.Select((h, index) => Density(h, index + 1))];
        bool sparse = layers.All(layer => layer.ShareUnderTenth > 0.5);
        bool falls = layers.Zip(layers.Skip(1)).All(pair => pair.Second.ShareUnderTenth <= pair.First.ShareUnderTenth);
        return new ActivationDensitiesFigure
        {
            Layers = layers,
            Article = "The activations of all three layers are sparse, but the deeper the layer, the likelier are large magnitudes.",
            Here = $"|h| is under 0.1 in {Say.List(layers.Select(layer => $"{Say.Share(layer.ShareUnderTenth)} of layer {layer.Layer}"))}: "
                + (sparse ? "sparse in every layer" : $"{(layers.Exists(layer => layer.ShareUnderTenth > 0.5) ? "not sparse in every layer" : "sparse in no layer")}")
                + (layers.Count < 2 ? "." : falls ? ". The deeper the layer, the fewer are small." : ". Small values do not become fewer layer by layer."),
            Caption = "Densities over bins of 0.02, on a logarithmic axis; the kurtosis is the fourth standardised moment, 3 for a normal distribution.",
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
            second > 0 ? fourth * all / (second * second) : 0);
    }
}

/// <summary>A layer of figure 4: max |h| of each unit, descending.</summary>
internal sealed record LargestLayer(int Layer, double[] Largest);

/// <summary>Figure 4: each unit's largest |h|.</summary>
internal sealed record LargestActivationsFigure : Beside
{
    public required IReadOnlyList<LargestLayer> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    public static LargestActivationsFigure Of(Part7Material material)
    {
        List<LargestLayer> layers = [.. material.Layers.Select((h, index) => new LargestLayer(index + 1, [.. Largest(h).OrderDescending()]))];
        double[] medians = [.. layers.Select(layer => layer.Largest[layer.Largest.Length / 2])];
        bool rises = medians.Zip(medians.Skip(1)).All(pair => pair.Second >= pair.First);
        return new LargestActivationsFigure
        {
            Layers = layers,
            Article = "Deeper layers reach larger magnitudes.",
            Here = $"Half of the units of layer {Say.List(medians.Select((median, index) => $"{index + 1} reach {Say.Number(median)}"))} at some step"
                + (layers.Count > 1 ? rises ? ": deeper layers reach larger magnitudes here too." : ": deeper does not mean larger here." : "."),
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
