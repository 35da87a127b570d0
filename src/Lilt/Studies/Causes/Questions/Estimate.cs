namespace Lilt.Studies.Causes.Questions;

/// <summary>A number with its interval over tunes.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">The interval's low end.</param>
/// <param name="High">Its high end.</param>
public sealed record Estimate(double Value, double Low, double High);
