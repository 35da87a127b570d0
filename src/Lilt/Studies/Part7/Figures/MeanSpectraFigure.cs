using Lilt.Spectra;
using Lilt.Statistics;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 7: mean spectra of the layers and of the posterior.</summary>
public sealed record MeanSpectraFigure : Figure
{
    /// <summary>Mean spectra of the layers and of the posterior, over the units of one run.</summary>
    public required SpectrumPanel Panel { get; init; }

    /// <summary>The same over many tunes, with an interval over tunes; null where too few are whole and long enough.</summary>
    public required SpectrumPanel? OverTunes { get; init; }

    /// <summary>The mean of unit-normalised spectra.</summary>
    public required SpectrumPanel UnitNormalised { get; init; }

    /// <summary>Which layer is strongest at each peak period, the longest period first.</summary>
    public required IReadOnlyList<StrongestAt> Strongest { get; init; }

    /// <summary>How alike each two curves are.</summary>
    public required IReadOnlyList<CurveSimilarity> Similarity { get; init; }

    /// <summary>The height of the band around each curve.</summary>
    public required IReadOnlyList<CurveSem> Sem { get; init; }

    /// <summary>Each curve at the measure frequency, over tunes; empty where there were too few.</summary>
    public required IReadOnlyList<CurveAtMeasure> AtMeasure { get; init; }

    /// <summary>Makes the figure.</summary>
    /// <param name="material">What from.</param>
    /// <param name="overTunes">The same over many tunes; null where there were too few.</param>
    /// <param name="beat">What was tested at the measure frequency.</param>
    internal static MeanSpectraFigure Of(StudyMaterial material, SpectrumPanel? overTunes, MeasureBeat beat)
    {
        SpectrumPanel panel = MeanPanels.Of(material, "Mean spectra, Hann window", material.Hann, material.HannPosterior);
        List<(string Name, MeanSpectrum Mean, double Reference)> normalised =
        [
            .. material.Hann.Select((layer, index) => (MeanPanels.LayerName(index + 1), layer.UnitNormalisedMean(), 0.0)),
        ];
        double first = normalised[0].Mean.Largest;
        SpectrumPanel unitNormalised = SpectrumPanel.Of(
            "Mean of unit-normalised spectra",
            [.. normalised.Select(of => (of.Name, of.Mean, first))],
            "the largest unit-normalised mean of layer 1",
            MeanPanels.SemBand,
            material.MeasureInterval
        );
        List<CurveSimilarity> similarity = [];
        for (int one = 0; one < panel.Curves.Count; one++)
        {
            for (int other = one + 1; other < panel.Curves.Count; other++)
            {
                similarity.Add(
                    new CurveSimilarity(
                        panel.Curves[one].Name,
                        panel.Curves[other].Name,
                        Correlations.Of(panel.Curves[one].Decibels, panel.Curves[other].Decibels)
                    )
                );
            }
        }

        List<StrongestAt> strongest = Strongests(panel);
        List<CurveSem> sem = [.. panel.Curves.Where(curve => curve.Low is not null).Select(Sems)];
        return new MeanSpectraFigure
        {
            Panel = panel,
            OverTunes = overTunes,
            UnitNormalised = unitNormalised,
            Strongest = strongest,
            Similarity = similarity,
            Sem = sem,
            AtMeasure = beat.Curves,
            Article =
                "Large peaks stand around 36, 18, 9, 4.5, 3 and 2.25 steps in all layers. Layer 2 has the most power except at about 2.25 and 9 steps, layer 1 by and large the least; the curves are much alike, and vary least at frequency 0.",
            Here = $"{AtMeasureInWords(beat.Curves)} {Sentences(panel, strongest, similarity, sem)}",
            Caption =
                $"Mean over the units of the magnitude spectra of h under a Hann window, {material.Hann[0].Grid.Points} points, nothing detrended; 0 dB is the largest mean of layer 1, for the posterior its own largest. The band is the mean ± its standard error over units. "
                + $"A peak stands over leakage if its mean less one standard error is over what all stronger peaks leak there; whether it is more than the noise of one tune that does not say. Peaks under {NumberText.Number(SpectrumPanel.LeastProminence)} dB of prominence are not named. "
                + $"Against noise the measure period alone is tested: each curve's log ratio of multitaper power at each header tune's own measure frequency to its neighbours, over {NumberText.Count(beat.Tunes, "tune")}; a one-sided t against {NumberText.Decibels(MeasureBeat.LeastDecibels)}, Holm over the curves, {NumberText.Number(MeasureBeat.Level)}."
                + (
                    overTunes is null
                        ? " Too few tunes with this header were whole and long enough for an interval over tunes."
                        : $" Over tunes: {overTunes.Band}, the verdicts with a window of their median length."
                ),
            Command = "lilt spectra recording.npz --window hann --points padded",
            Files = ["mean-spectra.csv", "peaks.csv", "spectra.npz"],
        };
    }

    /// <summary>In which curves a peak at the measure period stands out of the noise, over tunes.</summary>
    public static string AtMeasureInWords(IReadOnlyList<CurveAtMeasure> curves)
    {
        int tunes = curves.Select(curve => curve.Tunes).DefaultIfEmpty(0).Max();
        string[] stand =
        [
            .. curves
                .Where(curve => curve.Holm <= MeasureBeat.Level)
                .Select(curve => $"{curve.Curve} ({NumberText.Decibels(curve.RatioDecibels)} over its neighbours)"),
        ];
        return curves.Count == 0 ? "Too few tunes with this header are long enough to test for a peak at the measure period."
            : stand.Length == 0
                ? $"No curve has a peak at the measure period that stands out of the noise, over {NumberText.Count(tunes, "tune")} with this header."
            : $"A peak at the measure period stands out of the noise, over {NumberText.Count(tunes, "tune")} with this header, in {NumberText.List(stand)}.";
    }

    private static string Sentences(SpectrumPanel panel, List<StrongestAt> strongest, List<CurveSimilarity> similarity, List<CurveSem> sem)
    {
        List<string> all = [];
        foreach (SpectrumCurve curve in panel.Curves)
        {
            SpectrumPeak[] standing =
            [
                .. panel.PeaksOf(curve.Name).Where(peak => peak.Verdict == PeakStanding.Stands && double.IsFinite(peak.Period.Steps)),
            ];
            all.Add(
                $"{NumberText.Sentence(curve.Name)} has {NumberText.Count(standing.Length, "peak")} over leakage"
                    + (
                        standing.Length == 0
                            ? "."
                            : $", the most prominent at {NumberText.List(standing.OrderByDescending(peak => peak.Prominence).Take(6).Select(peak => NumberText.Number(peak.Period.Steps)))} steps."
                    )
            );
        }

        string[] winners =
        [
            .. strongest
                .GroupBy(at => at.Curve)
                .OrderByDescending(group => group.Count())
                .Select(group => $"{group.Key} at {NumberText.List(group.Select(at => NumberText.Number(at.Period.Steps)))} steps"),
        ];
        if (panel.Curves.Count(curve => curve.Name.StartsWith("layer", StringComparison.Ordinal)) > 1 && winners.Length > 0)
        {
            all.Add($"The strongest layer is {NumberText.List(winners)}.");
        }

        if (similarity.Count > 0)
        {
            CurveSimilarity least = similarity.MinBy(pair => pair.Correlation)!;
            CurveSimilarity most = similarity.MaxBy(pair => pair.Correlation)!;
            all.Add(
                similarity.Count == 1
                    ? $"The two curves correlate by {NumberText.Number(most.Correlation)}."
                    : $"The curves correlate by {NumberText.Number(least.Correlation)} ({least.One} and {least.Other}) to {NumberText.Number(most.Correlation)} ({most.One} and {most.Other})."
            );
        }

        string[] tighter = [.. sem.Where(of => of.AtZero < of.Elsewhere).Select(of => of.Curve)];
        all.Add(
            tighter.Length == sem.Count ? "Every curve's band is narrower at frequency 0 than elsewhere."
            : tighter.Length == 0 ? "No curve's band is narrower at frequency 0 than elsewhere."
            : $"The band is narrower at frequency 0 than elsewhere in {NumberText.List(tighter)} only."
        );
        return string.Join(' ', all);
    }

    // At the periods of layer 1's standing peaks, or of any layer's if it has none; the posterior has a reference of its own and is left
    // out.
    private static List<StrongestAt> Strongests(SpectrumPanel panel)
    {
        List<SpectrumCurve> layers = [.. panel.Curves.Where(curve => curve.Name.StartsWith("layer", StringComparison.Ordinal))];
        List<StrongestAt> strongest = [];
        HashSet<int> taken = [];
        const int MostPeriods = 10;
        foreach (
            SpectrumPeak peak in panel
                .Peaks.Where(peak =>
                    peak.Verdict == PeakStanding.Stands
                    && peak.Curve.StartsWith("layer", StringComparison.Ordinal)
                    && double.IsFinite(peak.Period.Steps)
                )
                .OrderByDescending(peak => peak.Prominence)
        )
        {
            int bin = Array.FindIndex(panel.Frequencies, frequency => frequency >= peak.Period.Frequency - 1e-12);
            const int Near = 8;
            if (strongest.Count < MostPeriods && !taken.Any(other => Math.Abs(other - bin) < Near))
            {
                taken.Add(bin);
                strongest.Add(new StrongestAt(peak.Period, layers.MaxBy(curve => curve.Decibels[bin])!.Name));
            }
        }

        strongest.Sort((a, b) => b.Period.CompareTo(a.Period));
        return strongest;
    }

    private static CurveSem Sems(SpectrumCurve curve)
    {
        double[] halves = [.. curve.High!.Zip(curve.Low!, (high, low) => (high - low) / 2)];
        double[] elsewhere = [.. halves.Skip(1).Order()];
        return new CurveSem(curve.Name, halves[0], elsewhere[elsewhere.Length / 2]);
    }
}
