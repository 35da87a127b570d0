using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>The panel of figures 7, 10 and 11: the layers' mean spectra and the posterior's.</summary>
internal static class MeanPanels
{
    /// <summary>The posterior's curve.</summary>
    public const string PosteriorName = "posterior";

    /// <summary>What the band is in every panel over the units of one run.</summary>
    public const string SemBand = "mean ± SEM: the spread over the units of one run, no error of the model";

    /// <summary>A layer's curve.</summary>
    public static string LayerName(int layer) => $"layer {NumberText.Number(layer)}";

    /// <summary>Makes a panel; 0 dB is the largest mean of layer 1, for the posterior its own.</summary>
    internal static SpectrumPanel Of(StudyMaterial material, string title, IEnumerable<LayerSpectra> layers, LayerSpectra? posterior)
    {
        List<MeanSpectrum> means = [.. layers.Select(layer => layer.Mean())];
        List<(string Name, MeanSpectrum Mean, double Reference)> curves =
        [
            .. means.Select((mean, index) => (LayerName(index + 1), mean, means[0].Largest)),
        ];
        if (posterior?.Mean() is { } of)
        {
            curves.Add((PosteriorName, of, of.Largest));
        }

        return SpectrumPanel.Of(
            title,
            curves,
            posterior is null ? "the largest mean of layer 1" : "the largest mean of layer 1; for the posterior its own",
            SemBand,
            material.MeasureInterval
        );
    }
}
