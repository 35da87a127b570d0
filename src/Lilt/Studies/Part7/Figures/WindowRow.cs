using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A row of figure 9.</summary>
/// <param name="Period">The peak's period.</param>
/// <param name="Window">The window.</param>
/// <param name="Support">What the main lobe covers at half its magnitude: two periods, the shorter first.</param>
/// <param name="Sidelobes">Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first.</param>
/// <param name="Article">The article's own, as it prints them; null where it has none.</param>
public sealed record WindowRow(Period Period, WindowShape Window, Period[] Support, double[] Sidelobes, ArticleRow? Article);
