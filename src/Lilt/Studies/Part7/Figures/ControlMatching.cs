namespace Lilt.Studies.Part7.Figures;

/// <summary>How well a layer's random sets match its target.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Overlap">The mean share of the target's units that a random set holds, 0 to 1.</param>
/// <param name="TargetStrength">The mean strength of the target's units.</param>
/// <param name="RandomStrength">That of the random sets' units.</param>
/// <param name="SmallestBin">Units in the smallest bin that random sets are drawn from.</param>
/// <param name="Warnings">Where target and random sets are not alike, sentences.</param>
public sealed record ControlMatching(
    int Layer,
    double Overlap,
    double TargetStrength,
    double RandomStrength,
    int SmallestBin,
    IReadOnlyList<string> Warnings
);
