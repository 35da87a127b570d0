using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The band's half height in dB at frequency 0, and its median elsewhere.</summary>
/// <param name="Curve">The curve's name.</param>
/// <param name="AtZero">The band's half height at frequency 0, dB.</param>
/// <param name="Elsewhere">Its median elsewhere, dB.</param>
public sealed record CurveSem(string Curve, double AtZero, double Elsewhere);
