using Lilt.Notation.Elements;

namespace Lilt.Notation.MusicXml;

/// <summary>Which tuplet a voice is in, element by element.</summary>
internal sealed class TupletState
{
    private TupletStart? under;
    private int left;

    /// <summary>Whether the last element was a tuplet's first note, and its last.</summary>
    public (bool Starts, bool Ends) Edge { get; private set; }

    /// <summary>Takes the next element of a voice.</summary>
    /// <returns>The notes that it is drawn as; none of what takes no time, and of rests of whole measures.</returns>
    public IReadOnlyList<NoteValue> Values(TuneElement element)
    {
        switch (element)
        {
            case TupletStart start:
                (under, left) = (start, start.R);
                return [];
            case Note note:
                return Of(note.Duration);
            case Chord chord:
                return Of(chord.Duration);
            case Rest { Measures: 0 } rest:
                return Of(rest.Duration);
            default:
                return [];
        }
    }

    private IReadOnlyList<NoteValue> Of(Fraction duration)
    {
        Edge = (false, false);
        if (under is null || left == 0)
        {
            return NoteValue.Of(duration, 1, 1);
        }

        Edge = (left == under.R, left == 1);
        left--;
        return NoteValue.Of(duration, under.P, under.Q);
    }
}
