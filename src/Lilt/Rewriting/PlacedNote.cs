namespace Lilt.Rewriting;

/// <summary>A note of a tune as it sounds, and where it stands.</summary>
/// <param name="Step">The step that writes its pitch, from 0.</param>
/// <param name="Measure">The number of its measure, from 1, as <c>lilt count</c> counts them.</param>
/// <param name="Semitones">Above middle C.</param>
public readonly record struct PlacedNote(int Step, int Measure, int Semitones);
