namespace Lilt.Studies.Causes.Figures;

/// <summary>A mean of B over places that are equally far in their measures.</summary>
/// <param name="Eighths">d, how far they are, in eighths.</param>
/// <param name="B">The mean of log Σ p(measure tokens), nats.</param>
/// <param name="Low">The low end of its interval over tunes; null where none was made.</param>
/// <param name="High">The high end.</param>
/// <param name="Without">The same with nothing done; null where nothing is done.</param>
/// <param name="Places">How many.</param>
public sealed record PlaceMean(double Eighths, double B, double? Low, double? High, double? Without, int Places);
