using Lilt.Spectra;

namespace Lilt.Studio.Analyses;

/// <summary>A peak of a mean spectrum.</summary>
/// <param name="Period">In steps; null for frequency 0.</param>
/// <param name="Magnitude">The mean |X| there.</param>
/// <param name="Prominence">dB over the higher of the two lowest points that part it from higher ground.</param>
/// <param name="Standing">Whether leakage of stronger peaks could make it.</param>
public sealed record PeakView(double? Period, double Magnitude, double Prominence, PeakStanding Standing);
