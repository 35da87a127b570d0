namespace Lilt.Studies.Part7.Figures;

/// <summary>What interchange says of a layer that was cut.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Keeps">Whether its memory alone carries the count from bar to bar.</param>
/// <param name="F">The share of the moved bar that it carries: 0 nothing, 1 as much as all layers; null where these move nothing.</param>
/// <param name="Low">The low end of its interval over tunes, simultaneous over the layers at 95 %.</param>
/// <param name="High">The high end.</param>
/// <param name="Together">The layers that keep the count together with it, from 1; empty where it keeps it alone or not at all.</param>
public sealed record InterchangedLayer(int Layer, VerdictKind Keeps, double? F, double? Low, double? High, IReadOnlyList<int> Together);
