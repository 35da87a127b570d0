using Lilt.Spectra;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 11: the mean spectra of |h|.</summary>
public sealed record RectifiedSpectraFigure : Figure
{
    /// <summary>The panel; without the posterior, which is never negative.</summary>
    public required SpectrumPanel Panel { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static RectifiedSpectraFigure Of(StudyMaterial material)
    {
        SpectrumPanel panel = MeanPanels.Of(material, "Mean spectra of |h|, Hann window", material.Rectified, null);
        string[] slow =
        [
            .. panel
                .Peaks.Where(peak => peak.Period.Steps is > 50 and < double.PositiveInfinity)
                .Select(peak => $"{NumberText.Number(peak.Period.Steps)} steps in {peak.Curve} ({EnumWords.Of(peak.Verdict)})"),
        ];
        IEnumerable<string> most = panel.Curves.Select(curve =>
            panel
                .PeaksOf(curve.Name)
                .Where(peak => peak.Verdict == PeakStanding.Stands && double.IsFinite(peak.Period.Steps))
                .MaxBy(peak => peak.Prominence)
                is { } peak
                ? $"{NumberText.Number(peak.Period.Steps)} steps in {curve.Name}"
                : $"nowhere in {curve.Name}"
        );
        return new RectifiedSpectraFigure
        {
            Panel = panel,
            Article = "The rectified sequences do not show a peak at 69 steps either, where the repeat signs would put one.",
            Here =
                $"The most prominent standing peak of |h| is at {NumberText.List(most)}. "
                + (slow.Length == 0 ? "There is no peak at a period over 50 steps." : $"Over 50 steps: {NumberText.List(slow)}."),
            Caption = "As figure 7, of |h|: a unit that marks measures by either sign shows their period here.",
            Command = "lilt spectra recording.npz --window hann --points padded --rectify",
            Files = ["mean-spectra.csv", "peaks.csv"],
        };
    }
}
