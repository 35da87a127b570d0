using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Playing;

namespace Lilt.Studies;

/// <summary>A note of a tune as it sounds, and the step that wrote it.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Onset">In whole notes from the start, repeats played out.</param>
/// <param name="Length">In whole notes; ties made one.</param>
/// <param name="Pitch">MIDI's note number, 60 for middle C.</param>
public readonly record struct StudyNote(int Step, Fraction Onset, Fraction Length, int Pitch)
{
    /// <summary>Plays a tune's tokens out.</summary>
    /// <param name="tokens">[T], the start token left out.</param>
    /// <param name="tonic">The tonic that it is moved to; null for its own, in which it also stays where it cannot be moved.</param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    /// <returns>The notes by onset; none where nothing in the tokens can be read.</returns>
    public static IReadOnlyList<StudyNote> Of(IReadOnlyList<string> tokens, Tonic? tonic = null, Tonic? writtenIn = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenColumns columns = new(tokens);
        return TuneReader.Read(columns.Text).Tunes is [{ } tune, ..]
            ?
            [
                .. Timeline
                    .Of(tonic is { } to ? Transposer.To(tune, to, writtenIn).Tune ?? tune : tune)
                    .Notes.Select(note => new StudyNote(columns.StepAt(note.Source.Column), note.Onset, note.Length, note.Pitch)),
            ]
            : [];
    }
}
