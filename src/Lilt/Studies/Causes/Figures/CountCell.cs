namespace Lilt.Studies.Causes.Figures;

/// <summary>A mean of B over natural places that are equally far and have equally many tokens since the bar.</summary>
/// <param name="Eighths">d, in eighths.</param>
/// <param name="Tokens">n.</param>
/// <param name="B">The mean of log Σ p(measure tokens), nats.</param>
/// <param name="Low">The low end of its interval over tunes; null where it can't be told.</param>
/// <param name="High">The high end.</param>
/// <param name="Places">How many.</param>
public sealed record CountCell(double Eighths, int Tokens, double B, double? Low, double? High, int Places);
