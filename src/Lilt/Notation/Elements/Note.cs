namespace Lilt.Notation.Elements;

/// <summary>A single note, or one note of a <see cref="Chord"/> or of <see cref="GraceNotes"/>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Pitch">What sounds: the written accidental, else one earlier in the measure, else the key's signature.</param>
/// <param name="WrittenAlteration">The accidental written at this note, −2 to 2; null where none is.</param>
/// <param name="Multiplier">The written length as a multiple of the unit note, 1 where none is written.</param>
/// <param name="Duration">The exact length in whole notes, tuplet and broken rhythm applied; nominal in grace notes.</param>
/// <param name="IsTied">Whether a tie leads from it to the next note of its pitch.</param>
public sealed record Note(SourcePosition Position, Pitch Pitch, int? WrittenAlteration, Fraction Multiplier, Fraction Duration, bool IsTied)
    : TuneElement(Position);
