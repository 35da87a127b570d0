namespace Lilt.Studies.Causes.Figures;

/// <summary>What sets of units carry.</summary>
/// <param name="Ranking">By what they are ranked.</param>
/// <param name="LeftOut">Whether the sets are left as they are and all others of the layer interchanged.</param>
/// <param name="Points">By how many.</param>
public sealed record UnitCurve(UnitRanking Ranking, bool LeftOut, IReadOnlyList<UnitPoint> Points);
