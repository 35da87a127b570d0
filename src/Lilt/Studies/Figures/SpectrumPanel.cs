using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>Curves over one grid of frequencies, with what was found on them.</summary>
public sealed record SpectrumPanel
{
    /// <summary>Peaks of less than this many dB are not listed.</summary>
    public const double LeastProminence = 1;

    /// <summary>Curves end here: no picture shows less, and a silent bin has no decibels.</summary>
    private const double Floor = -150;

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The window.</summary>
    public required WindowShape Window { get; init; }

    /// <summary>[F] Cycles a step, ascending from 0 to ½.</summary>
    public required double[] Frequencies { get; init; }

    /// <summary>The curves.</summary>
    public required IReadOnlyList<SpectrumCurve> Curves { get; init; }

    /// <summary>What 0 dB is, in words.</summary>
    public required string Reference { get; init; }

    /// <summary>What the band around a curve is, in words; null where there is none.</summary>
    public required string? Band { get; init; }

    /// <summary>The peaks of all curves, curve by curve.</summary>
    public required IReadOnlyList<SpectrumPeak> Peaks { get; init; }

    /// <summary>The peaks of one curve.</summary>
    public IEnumerable<SpectrumPeak> PeaksOf(string curve) => Peaks.Where(peak => peak.Curve == curve);

    /// <summary>Draws mean spectra of one grid together.</summary>
    /// <param name="title">What the panel shows.</param>
    /// <param name="spectra">The curves with their references; a curve of silence is left out.</param>
    /// <param name="reference">What 0 dB is, in words.</param>
    /// <param name="band">What the band around a curve is, in words; null for no bands.</param>
    /// <param name="measure">The tune's measure interval.</param>
    public static SpectrumPanel Of(
        string title,
        IReadOnlyList<(string Name, MeanSpectrum Mean, double Reference)> spectra,
        string reference,
        string? band,
        Period measure
    )
    {
        List<SpectrumCurve> curves = [];
        List<SpectrumPeak> peaks = [];
        SpectralGrid grid = spectra[0].Mean.Grid;
        foreach ((string name, MeanSpectrum mean, double zero) in spectra)
        {
            if (!(mean.Largest > 0))
            {
                continue;
            }

            double at = zero > 0 ? zero : mean.Largest;
            bool banded = band is not null && mean.Units > 1;
            curves.Add(
                new SpectrumCurve(
                    name,
                    Floored(mean.Decibels(at)),
                    banded ? Floored(mean.LowerDecibels(at)) : null,
                    banded ? Floored(mean.UpperDecibels(at)) : null
                )
            );
            foreach (SpectralPeak peak in PeakFinder.Find(mean, LeastProminence))
            {
                PeakFamily family = PeakFamily.Nearest(peak.Period.Frequency, measure, grid);
                peaks.Add(
                    new SpectrumPeak(
                        name,
                        peak.Period,
                        Math.Max(Floor, 20 * Math.Log10(peak.Magnitude / at)),
                        peak.Prominence,
                        Words(family),
                        family.BinsAway,
                        peak.Standing,
                        null
                    )
                );
            }
        }

        return new SpectrumPanel
        {
            Title = title,
            Window = spectra[0].Mean.Window.Shape,
            Frequencies = [.. Enumerable.Range(0, grid.Bins).Select(grid.FrequencyAt)],
            Curves = curves,
            Reference = reference,
            Band = band,
            Peaks = peaks,
        };
    }

    /// <summary>A harmonic in measures: "4 measures" for 36 steps of a measure of 9, "1/4 measure" for 2.25.</summary>
    public static string Words(PeakFamily family) =>
        (family.Measures, family.Harmonic) switch
        {
            (_, 0) => "the mean",
            (1, 1) => "1 measure",
            (> 1, 1) => $"{family.Measures} measures",
            (1, _) => $"1/{family.Harmonic} measure",
            _ => $"{family.Measures}/{family.Harmonic} measure",
        };

    private static double[] Floored(double[] decibels)
    {
        for (int bin = 0; bin < decibels.Length; bin++)
        {
            decibels[bin] = Math.Max(decibels[bin], Floor);
        }

        return decibels;
    }
}
