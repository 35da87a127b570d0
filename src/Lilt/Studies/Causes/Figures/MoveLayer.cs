namespace Lilt.Studies.Causes.Figures;

/// <summary>What one layer's output moves.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="B">The mean of B in the middle of measures when the layer hands up what a donor at a boundary did, nats.</param>
/// <param name="Share">The share of the way to the donors' own B; null where there is none.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
/// <param name="BoundaryB">The mean of B at a boundary when the layer hands up what a donor in the middle did.</param>
/// <param name="BoundaryShare">The share of the way to those donors' B.</param>
/// <param name="BoundaryLow">The low end of its interval over tunes.</param>
/// <param name="BoundaryHigh">The high end.</param>
/// <param name="OthersMoved">How far the distribution of all other tokens moves by the first: Jensen–Shannon divergence, bits.</param>
/// <param name="OthersMovedBySham">The same with donors as far as the targets.</param>
public sealed record MoveLayer(
    int Layer,
    double B,
    double? Share,
    double? Low,
    double? High,
    double BoundaryB,
    double? BoundaryShare,
    double? BoundaryLow,
    double? BoundaryHigh,
    double OthersMoved,
    double OthersMovedBySham
);
