using Lilt.Spectra;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 5: the spectrum of every unit.</summary>
public sealed record UnitSpectraFigure : Figure
{
    private const int MostColumns = 513;
    private const double Lowest = -60;
    private const double LongPeriod = 8;
    private static readonly double[] Edges = [2, 2.5, 3.5, 6, 12, 24];

    /// <summary>The window.</summary>
    public WindowShape Window { get; } = WindowShape.Hann;

    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<UnitSpectraLayer> Layers { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static UnitSpectraFigure Of(StudyMaterial material)
    {
        double reference = LargestOf(material.Hann[0]);
        double highest = material.Hann.Max(LargestOf);
        double top = reference > 0 && highest > 0 ? Math.Max(0, Math.Ceiling(20 * Math.Log10(highest / reference))) : 0;
        List<UnitSpectraLayer> layers =
        [
            .. material.Hann.Select((spectra, index) => Layer(spectra, index + 1, Matrix8.End(reference), top)),
        ];
        return new UnitSpectraFigure
        {
            Layers = layers,
            Article =
                "The first layer's sequences have less diversity of periodicities than the third's, and most of their power is at periods over 8 steps; the second looks more like the third.",
            Here =
                $"Power at periods over 8 steps, the mean left out: {NumberText.List(layers.Select(layer => $"{NumberText.Share(layer.ShareOver8)} of layer {layer.Layer}"))}. "
                + $"The commonest strongest period: {NumberText.List(layers.Select(Commonest))}; the spread of the units over the six bands is {NumberText.List(layers.Select(layer => $"{NumberText.Number(Entropy(layer))} bits in layer {layer.Layer}"))} (2.58 if even).",
            Caption =
                $"Magnitude spectra of h under a Hann window on {material.Hann[0].Grid.Points} points, in dB relative to the largest magnitude in layer 1; columns that hold several bins show the largest. Frequency 0 is left out where peaks and shares are counted.",
            Command = material.Options.Commands.Study,
            Files = ["spectra.npz", "units.csv"],
        };
    }

    private static UnitSpectraLayer Layer(LayerSpectra spectra, int layer, double reference, double top)
    {
        int bins = spectra.Grid.Bins;
        int columns = Math.Min(bins, MostColumns);
        double[] shown = new double[columns];
        double[,] decibels = new double[spectra.Units, columns];
        int from = spectra.Grid.FirstFrom(spectra.Window.Lobes.FirstNull);
        int last = Math.Max(from, (int)Math.Ceiling(spectra.Grid.Points / LongPeriod) - 1);
        double slow = 0;
        double all = 0;
        for (int unit = 0; unit < spectra.Units; unit++)
        {
            ReadOnlySpan<double> magnitudes = spectra.Magnitudes(unit);
            Array.Clear(shown);
            for (int bin = 0; bin < bins; bin++)
            {
                int column = (int)Math.Round((double)bin * (columns - 1) / (bins - 1));
                shown[column] = Math.Max(shown[column], magnitudes[bin]);
            }

            for (int column = 0; column < columns; column++)
            {
                decibels[unit, column] = shown[column] > 0 ? 20 * Math.Log10(shown[column] / reference) : Lowest;
            }

            slow += LayerSpectra.Power(magnitudes[from..(last + 1)]);
            all += LayerSpectra.Power(magnitudes[from..]);
        }

        return new UnitSpectraLayer(
            layer,
            Matrix8.Of(
                spectra.Units,
                columns,
                Lowest,
                top,
                (unit, column) => decibels[unit, column],
                $"spectra.npz: hann[{layer - 1}, :, :]"
            ),
            HiddenStatesFigure.ByPeak(spectra),
            Bands(spectra.PeakPeriods()),
            all > 0 ? slow / all : 0
        );
    }

    private static List<PeakBand> Bands(Period[] periods)
    {
        List<PeakBand> bands = [];
        for (int edge = 0; edge < Edges.Length; edge++)
        {
            double from = Edges[edge];
            double to = edge + 1 < Edges.Length ? Edges[edge + 1] : double.PositiveInfinity;
            bands.Add(new PeakBand(from, new Period(to), periods.Count(period => period.Steps >= from && period.Steps < to)));
        }

        return bands;
    }

    private static string Commonest(UnitSpectraLayer layer)
    {
        PeakBand most = layer.Peaks.MaxBy(band => band.Units)!;
        string range = double.IsPositiveInfinity(most.To.Steps)
            ? $"{NumberText.Number(most.From)} steps or more"
            : $"{NumberText.Number(most.From)} to {NumberText.Number(most.To.Steps)} steps";
        return $"{range} in layer {layer.Layer} ({NumberText.Count(most.Units, "unit")})";
    }

    private static double Entropy(UnitSpectraLayer layer)
    {
        double all = Math.Max(1, layer.Peaks.Sum(band => band.Units));
        return layer.Peaks.Where(band => band.Units > 0).Sum(band => -(band.Units / all) * Math.Log2(band.Units / all));
    }

    private static double LargestOf(LayerSpectra spectra)
    {
        double largest = 0;
        for (int unit = 0; unit < spectra.Units; unit++)
        {
            foreach (double magnitude in spectra.Magnitudes(unit))
            {
                largest = Math.Max(largest, magnitude);
            }
        }

        return largest;
    }
}
