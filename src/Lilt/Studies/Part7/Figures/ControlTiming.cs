using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Figures;

/// <summary>One way of cutting: "between bars", "at bars" or "all steps".</summary>
/// <param name="Cut">The steps at which units are cut.</param>
/// <param name="Layers">In the order of the targets.</param>
public sealed record ControlTiming(CutSteps Cut, IReadOnlyList<ControlTimingLayer> Layers);
