using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 8: the responses of two windows of the tune's length.</summary>
public sealed record WindowResponsesFigure : Figure
{
    private const int Points = 400;
    private const double Sidelobes = 8;
    private const double Floor = -120;

    /// <summary>The windows' length in steps, the tune's.</summary>
    public required int Length { get; init; }

    /// <summary>[F] Cycles a step from 0 on, as far as is worth showing.</summary>
    public required double[] Frequencies { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowResponse> Windows { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static WindowResponsesFigure Of(StudyMaterial material)
    {
        int length = material.Steps;
        double last = Math.Min(0.5, Sidelobes / length);
        double[] frequencies = [.. Enumerable.Range(0, Points + 1).Select(point => last * point / Points)];
        List<WindowResponse> windows =
        [
            .. WindowTablesFigure.Shapes.Select(shape =>
            {
                Window window = new(shape, length);
                double top = window.Response(0);
                return new WindowResponse(
                    shape,
                    [.. frequencies.Select(frequency => Math.Max(Floor, 20 * Math.Log10(window.Response(frequency) / top)))],
                    window.Lobes.HalfWidth,
                    window.Lobes.Sidelobe,
                    window.Lobes.SidelobeDecibels
                );
            }),
        ];
        return new WindowResponsesFigure
        {
            Length = length,
            Frequencies = frequencies,
            Windows = windows,
            Article =
                "At 147 steps the main lobe is about 0.014 cycles a step wide under the Hann window and 0.008 under the rectangular one; the first sidelobes are more than 30 dB and 12 dB down.",
            Here =
                $"At {NumberText.Count(length, "step")} the main lobe is {NumberText.List(windows.Select(window => $"{NumberText.Number(2 * window.HalfWidth)} wide under the {(window.Shape == WindowShape.Hann ? "Hann" : EnumWords.Of(window.Shape))} window"))}; the first sidelobes are {NumberText.List(windows.Select(window => $"{NumberText.Decibels(-window.SidelobeDecibels)} down at {NumberText.Number(window.Sidelobe)}"))} (cycles a step).",
            Caption =
                "Magnitude responses relative to the main lobe's top, cut off at −120 dB; the width is taken at −6 dB. Symmetric windows.",
            Command = $"lilt windows --length {NumberText.Number(length)}",
            Files = ["windows.csv"],
        };
    }
}
