namespace Lilt.Notation.Playing;

/// <summary>A speed that holds from a point of a performance on.</summary>
/// <param name="At">From when on, in whole notes from the start.</param>
/// <param name="WholeNotesPerMinute">Whole notes a minute, over 0: 120 quarter notes a minute are 30.</param>
public readonly record struct TempoPoint(Fraction At, double WholeNotesPerMinute);
