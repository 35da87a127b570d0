namespace Lilt.Studies.Causes.Figures;

/// <summary>What directions of a layer carry, on tunes that had no part in finding them.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Kind">How they were found.</param>
/// <param name="Directions">How many; of a whole layer, all.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="B">The mean of B where the bar is due by the donor's count, nats.</param>
/// <param name="F">The share of what all layers carry; null where all layers move nothing.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
public sealed record SubspaceRow(int Layer, SubspaceKind Kind, int Directions, int Pairs, double B, double? F, double? Low, double? High);
