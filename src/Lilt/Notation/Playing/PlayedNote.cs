namespace Lilt.Notation.Playing;

/// <summary>A note that sounds, tied notes made one.</summary>
/// <param name="Onset">When it begins, in whole notes from the start of the performance.</param>
/// <param name="Length">How long it sounds, in whole notes, over 0.</param>
/// <param name="Pitch">MIDI's note number, 60 for middle C; not limited to 0–127.</param>
/// <param name="Voice">The voice that plays it, from 0 in the order of <see cref="Tune.Voices"/>.</param>
/// <param name="Source">Where it is written (the first, of tied notes).</param>
public readonly record struct PlayedNote(Fraction Onset, Fraction Length, int Pitch, int Voice, SourcePosition Source);
