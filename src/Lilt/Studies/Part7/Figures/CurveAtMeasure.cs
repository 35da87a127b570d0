using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Statistics;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A mean spectrum at the measure frequency, over tunes.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="RatioDecibels">How far it lies over its neighbours in frequency, mean over tunes.</param>
/// <param name="Tunes">How many.</param>
/// <param name="P">One-sided, of a mean no larger than <see cref="MeasureBeat.LeastDecibels"/>.</param>
/// <param name="Holm">P after Holm over the curves.</param>
public sealed record CurveAtMeasure(string Curve, double RatioDecibels, int Tunes, double P, double Holm);
