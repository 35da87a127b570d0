namespace Lilt.Studio.Analyses;

/// <summary>A layer's units that hold the most power in a band.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">The largest fraction first.</param>
/// <param name="Share">Their share of the layer's units.</param>
public sealed record LayerBandView(int Layer, IReadOnlyList<UnitShare> Units, double Share);
