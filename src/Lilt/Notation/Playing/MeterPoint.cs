namespace Lilt.Notation.Playing;

/// <summary>A meter that holds from a point of a performance on.</summary>
/// <param name="At">From when on, in whole notes from the start.</param>
/// <param name="Meter">The meter.</param>
public readonly record struct MeterPoint(Fraction At, Meter Meter);
