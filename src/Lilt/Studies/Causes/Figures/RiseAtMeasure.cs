namespace Lilt.Studies.Causes.Figures;

/// <summary>How much likelier a bar is after so many whole measures than anywhere in the half measure before.</summary>
/// <param name="Measures">1, 2, 3.</param>
/// <param name="Rise">B there over the highest mean of B at the places of the half measure before, nats; null where it was not reached.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
public sealed record RiseAtMeasure(int Measures, double? Rise, double? Low, double? High);
