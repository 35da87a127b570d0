namespace Lilt.Notation.Elements;

/// <summary>Notes that begin together: <c>[CEG]2</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Notes">The notes, at least one, each with its own exact length (outer multiplier, tuplet and broken rhythm
/// applied).</param>
/// <param name="Multiplier">The length written after the bracket, 1 where none is.</param>
/// <param name="Duration">How far the music moves on, in whole notes: the length of the first note. Source: ABC 2.1, 4.17.</param>
/// <param name="IsTied">Whether a tie stands after the chord and leads from all its notes.</param>
public sealed record Chord(SourcePosition Position, IReadOnlyList<Note> Notes, Fraction Multiplier, Fraction Duration, bool IsTied)
    : TuneElement(Position)
{
    /// <summary>Everything between the brackets in the order of the text: the notes and the signs among them.</summary>
    public IReadOnlyList<TuneElement> Contents { get; init; } = Notes;
}
