namespace Lilt.Studies.Causes.Figures;

/// <summary>A state on the clock face.</summary>
/// <param name="Eighths">d, in eighths.</param>
/// <param name="X">On the first axis.</param>
/// <param name="Y">On the second.</param>
public sealed record ClockPlace(double Eighths, double X, double Y);
