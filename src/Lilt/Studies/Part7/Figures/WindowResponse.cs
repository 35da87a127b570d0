using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A window of figure 8.</summary>
/// <param name="Shape">The window.</param>
/// <param name="Decibels">[F] dB under the main lobe's top; cut off at −120.</param>
/// <param name="HalfWidth">Half the main lobe's width at half its magnitude, cycles a step.</param>
/// <param name="Sidelobe">Where the first sidelobe stands, cycles a step.</param>
/// <param name="SidelobeDecibels">Its level relative to the main lobe's top, dB.</param>
public sealed record WindowResponse(
    [property: JsonPropertyName("name")] WindowShape Shape,
    double[] Decibels,
    double HalfWidth,
    double Sidelobe,
    double SidelobeDecibels
);
