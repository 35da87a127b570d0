using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Figures;

/// <summary>One measure of what the networks write on their own.</summary>
/// <param name="Name"><c>strictly counted share</c>, <c>measures a tune</c>, <c>cut tunes</c>.</param>
/// <param name="Unit">The unit of its numbers: share, measures, tunes.</param>
/// <param name="Baseline">The uncut network's own value.</param>
/// <param name="Harm">Which way is harm: less where a fall is harmful, more where a rise is; null where neither.</param>
/// <param name="Layers">In the order of the targets.</param>
public sealed record ControlClosedMeasure(
    string Name,
    string Unit,
    double Baseline,
    ControlHarm? Harm,
    IReadOnlyList<ControlClosedLayer> Layers
);
