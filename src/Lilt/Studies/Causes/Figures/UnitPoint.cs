namespace Lilt.Studies.Causes.Figures;

/// <summary>What so many units carry.</summary>
/// <param name="Units">How many.</param>
/// <param name="F">The share of what all layers carry, at the main dose; null where all layers move nothing.</param>
/// <param name="Low">The low end of its interval over tunes; of random sets, the smallest share among them.</param>
/// <param name="High">The high end; of random sets, the largest.</param>
public sealed record UnitPoint(int Units, double? F, double? Low, double? High);
