namespace Lilt.Studies.Causes.Figures;

/// <summary>A step of a tune on the clock face.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Eighths">d, in eighths; null at a step that is no open place.</param>
/// <param name="X">On the first axis.</param>
/// <param name="Y">On the second.</param>
public sealed record ClockStep(int Step, double? Eighths, double X, double Y);
