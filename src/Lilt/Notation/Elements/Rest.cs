namespace Lilt.Notation.Elements;

/// <summary>A rest.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Multiplier">The written length as a multiple of the unit note; in a rest of whole measures, their number.</param>
/// <param name="Duration">The exact length in whole notes, tuplet and broken rhythm applied.</param>
/// <param name="IsVisible">False for <c>x</c> and <c>X</c>.</param>
/// <param name="Measures">The number of whole measures of <c>Z</c> and <c>X</c>; 0 for other rests.</param>
public sealed record Rest(SourcePosition Position, Fraction Multiplier, Fraction Duration, bool IsVisible, int Measures)
    : TuneElement(Position);
