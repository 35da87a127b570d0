namespace Lilt.Studies.Causes.Figures;

/// <summary>B after an interchange.</summary>
/// <param name="Layers">What was interchanged: <c>2</c>, <c>1+2</c>, <c>all</c>; <c>none</c> for nothing.</param>
/// <param name="Places">Means by the target's own distance from its bar.</param>
public sealed record SwapCurve(string Layers, IReadOnlyList<PlaceMean> Places);
