using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>A tune's notes with their places, repeats not played out.</summary>
public static class PlacedNotes
{
    /// <summary>All notes of a tune, in its order; those of a chord one by one.</summary>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tune">The tune; the start token may stand before it, and is not counted as a step.</param>
    public static IReadOnlyList<PlacedNote> Of(Vocabulary vocabulary, IReadOnlyList<Token> tune) =>
        [.. Read(vocabulary, tune).Select(of => of.Note)];

    /// <summary>The notes that lie outside a range.</summary>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tune">The tune; the start token may stand before it.</param>
    /// <param name="range">As the tokens sound.</param>
    public static IReadOnlyList<PlacedNote> Outside(Vocabulary vocabulary, IReadOnlyList<Token> tune, PitchRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return [.. Of(vocabulary, tune).Where(note => !range.Holds(note.Semitones))];
    }

    /// <summary>The notes, and whether a tie leads from each to the next of its pitch.</summary>
    internal static IReadOnlyList<(PlacedNote Note, bool IsTied)> Read(Vocabulary vocabulary, IReadOnlyList<Token> tune)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tune);
        string[] texts = [.. tune.Skip(tune.Count > 0 && tune[0] == vocabulary.Start ? 1 : 0).Select(token => vocabulary[token])];
        TokenColumns columns = new(texts);
        if (TuneReader.Read(columns.Text).Tunes is not [{ } read, ..])
        {
            return [];
        }

        BarredMeasure[] measures = [.. OpenPlaces.Of(texts).Measures.Where(measure => measure.Duration.Sign > 0)];
        List<(PlacedNote, bool)> notes = [];
        foreach (TuneElement element in read.Voices[0].Elements)
        {
            foreach (
                Note note in element is Chord chord ? chord.Notes
                : element is Note single ? [single]
                : []
            )
            {
                int step = columns.StepAt(note.Position.Column);
                int measure = 1 + Array.FindIndex(measures, of => step <= of.Bar);
                notes.Add(
                    (new PlacedNote(step, measure, note.Pitch.SemitonesAboveMiddleC), note.IsTied || element is Chord { IsTied: true })
                );
            }
        }

        return notes;
    }
}
