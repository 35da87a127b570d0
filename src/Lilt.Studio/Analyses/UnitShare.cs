namespace Lilt.Studio.Analyses;

/// <summary>A unit and its share of power in a band.</summary>
/// <param name="Unit">From 0.</param>
/// <param name="Fraction">From 0 to 1.</param>
public sealed record UnitShare(int Unit, double Fraction);
