namespace Lilt.Studio.Tunes;

/// <summary>A note as it sounds, repeats played out; ties made one.</summary>
/// <param name="Step">The step whose token it is; −1 where none can be named.</param>
/// <param name="At">When it begins, in whole notes from the start.</param>
/// <param name="Length">In whole notes.</param>
/// <param name="Pitch">MIDI's note number, 60 for middle C.</param>
public sealed record NoteView(int Step, double At, double Length, int Pitch);
