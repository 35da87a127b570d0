namespace Lilt.Studies.Control;

/// <summary>The open loop of one way of cutting.</summary>
/// <param name="When">At which steps units were cut.</param>
/// <param name="Layers">In the order of the targets.</param>
public sealed record TimingCut(CutSteps When, IReadOnlyList<TimingEffect> Layers);
