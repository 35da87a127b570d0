using Lilt.Spectra;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 10: the mean spectra again under a rectangular window.</summary>
public sealed record RectangularSpectraFigure : Figure
{
    /// <summary>The panel; its peaks say whether figure 7 shows them too.</summary>
    public required SpectrumPanel Panel { get; init; }

    /// <summary>Makes the figure beside figure 7's panel.</summary>
    internal static RectangularSpectraFigure Of(StudyMaterial material, SpectrumPanel hann)
    {
        SpectrumOptions options = SpectrumOptions.Default with { Window = WindowShape.Rectangular };
        SpectrumPanel bare = MeanPanels.Of(
            material,
            "Mean spectra, rectangular window",
            material.Rectangular,
            LayerSpectra.Of(material.Posterior, options)
        );
        double near = material.Hann[0].Window.Lobes.HalfWidth;
        SpectrumPanel panel = bare with
        {
            Peaks =
            [
                .. bare.Peaks.Select(peak => peak with { OnlyHere = !hann.PeaksOf(peak.Curve).Any(other => Near(other, peak, near)) }),
            ],
        };
        int lost = hann.Peaks.Count(peak => !bare.PeaksOf(peak.Curve).Any(other => Near(other, peak, near)));
        SpectrumPeak[] only = [.. panel.Peaks.Where(peak => peak.OnlyHere == true)];
        SpectrumPeak[] stand = [.. only.Where(peak => peak.Verdict == PeakStanding.Stands)];
        string[] slow =
        [
            .. panel
                .Peaks.Where(peak => peak.Period.Steps is > 50 and < double.PositiveInfinity)
                .Select(peak => $"{NumberText.Number(peak.Period.Steps)} steps in {peak.Curve} ({EnumWords.Of(peak.Verdict)})"),
        ];
        return new RectangularSpectraFigure
        {
            Panel = panel,
            Article =
                "A rectangular window parts nearer periods. Around 100 steps stands a peak where the window's first sidelobe is, and between 60 and 67 steps peaks that may come from the repeat signs 69 steps apart.",
            Here =
                $"Of {NumberText.Count(panel.Peaks.Count, "peak")}, {NumberText.Number(only.Length)} show under this window only, {NumberText.Number(stand.Length)} of which stand over what stronger peaks leak; {NumberText.Number(lost)} of the Hann window's are missing here. "
                + (slow.Length == 0 ? "There is no peak at a period over 50 steps." : $"Over 50 steps: {NumberText.List(slow.Take(8))}."),
            Caption =
                $"As figure 7, under a rectangular window of {material.Steps} steps. A peak is only here if the Hann window shows none within its half width of {NumberText.Number(near)} cycles a step.",
            Command = "lilt spectra recording.npz --window rectangular --points padded",
            Files = ["mean-spectra.csv", "peaks.csv"],
        };
    }

    private static bool Near(SpectrumPeak one, SpectrumPeak other, double distance) =>
        Math.Abs(one.Period.Frequency - other.Period.Frequency) <= distance;
}
