namespace Lilt.Notation.Elements;

/// <summary>
/// How far from what is written a voice sounds from here on: <c>transpose=</c> and the octave of a clef (<c>treble-8</c>). The notes' pitches
/// are as written.
/// </summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Semitones">Semitones up, down where negative.</param>
public sealed record Transposition(SourcePosition Position, int Semitones) : TuneElement(Position);
