using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>How often an interval occurs.</summary>
/// <param name="Steps">Steps from one occurrence to the next.</param>
/// <param name="Count">How often.</param>
public sealed record IntervalCount(int Steps, int Count);
