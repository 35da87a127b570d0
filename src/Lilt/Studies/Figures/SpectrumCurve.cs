using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>A curve over frequency, in dB.</summary>
/// <param name="Name"><c>layer 1</c>, <c>posterior</c>, <c>measure tokens</c>, …; the same name has the same colour in every
/// figure.</param>
/// <param name="Decibels">[F] In dB, −150 at the least.</param>
/// <param name="Low">[F] The lower end of the band around the curve, in dB; null without a band.</param>
/// <param name="High">[F] Its upper end.</param>
public sealed record SpectrumCurve(string Name, double[] Decibels, double[]? Low, double[]? High);
