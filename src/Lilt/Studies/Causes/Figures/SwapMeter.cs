namespace Lilt.Studies.Causes.Figures;

/// <summary>What interchanges do to B in one meter.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Measure">M in eighths: the own boundary.</param>
/// <param name="Moved">M − k in eighths: where the bar is due by the donor's count.</param>
/// <param name="Curves">A curve a set of layers.</param>
/// <param name="Shams">The same with donors as far as the targets.</param>
public sealed record SwapMeter(string Meter, double Measure, double Moved, IReadOnlyList<SwapCurve> Curves, IReadOnlyList<SwapCurve> Shams);
