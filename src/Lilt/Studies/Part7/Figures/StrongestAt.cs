using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Which curve is highest at a period.</summary>
/// <param name="Period">The period of a peak.</param>
/// <param name="Curve">The name of the curve that is highest there.</param>
public sealed record StrongestAt(Period Period, string Curve);
