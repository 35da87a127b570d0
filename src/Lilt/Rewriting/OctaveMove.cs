using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>A tune brought within a range by moving notes an octave, and what was moved.</summary>
/// <remarks>
/// As much as can be is moved as one: the whole tune; else whole measures that go over; else the notes of these that go over. Tied notes and
/// measures are moved together. What fits in no octave, or has no token there, stays.
/// </remarks>
public sealed record OctaveMove
{
    // The nearest first.
    private static readonly int[] Octaves = [1, -1, 2, -2];

    private OctaveMove() { }

    /// <summary>The tune, the start token first.</summary>
    public required IReadOnlyList<Token> Tune { get; init; }

    /// <summary>How many octaves up the whole tune was moved; 0 where it was not.</summary>
    public int Whole { get; init; }

    /// <summary>The measures that were moved whole, ascending, and by how many octaves up.</summary>
    public IReadOnlyList<(int Measure, int Octaves)> Measures { get; init; } = [];

    /// <summary>The single notes that were moved, ascending, and by how many octaves up.</summary>
    public IReadOnlyList<(PlacedNote Note, int Octaves)> Notes { get; init; } = [];

    /// <summary>The notes that stayed outside.</summary>
    public IReadOnlyList<PlacedNote> Left { get; init; } = [];

    /// <summary>Whether nothing was moved.</summary>
    public bool IsNone => Whole == 0 && Measures.Count == 0 && Notes.Count == 0;

    /// <summary>Brings a tune within a range.</summary>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tune">The tune; the start token may stand before it.</param>
    /// <param name="range">As the tokens sound.</param>
    public static OctaveMove Of(Vocabulary vocabulary, IReadOnlyList<Token> tune, PitchRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        IReadOnlyList<(PlacedNote Note, bool IsTied)> notes = PlacedNotes.Read(vocabulary, tune);
        Token[] tokens = [vocabulary.Start, .. tune.Skip(tune.Count > 0 && tune[0] == vocabulary.Start ? 1 : 0)];
        if (notes.All(of => range.Holds(of.Note.Semitones)))
        {
            return new OctaveMove { Tune = tokens };
        }

        if (Fitting(vocabulary, tokens, [.. notes.Select(of => of.Note)], range) is { } whole)
        {
            Move(vocabulary, tokens, [.. notes.Select(of => of.Note)], whole);
            return new OctaveMove { Tune = tokens, Whole = whole };
        }

        List<(int, int)> measures = [];
        List<(PlacedNote, int)> single = [];
        List<PlacedNote> left = [];
        foreach (IReadOnlyList<PlacedNote> some in Linked(notes, of => of.Measure))
        {
            if (some.All(note => range.Holds(note.Semitones)))
            {
                continue;
            }

            if (Fitting(vocabulary, tokens, some, range) is { } by)
            {
                Move(vocabulary, tokens, some, by);
                measures.AddRange(some.Select(note => note.Measure).Distinct().Select(measure => (measure, by)));
                continue;
            }

            HashSet<int> steps = [.. some.Select(note => note.Step)];
            foreach (IReadOnlyList<PlacedNote> few in Linked([.. notes.Where(of => steps.Contains(of.Note.Step))], of => of.Step))
            {
                if (few.All(note => range.Holds(note.Semitones)))
                {
                    continue;
                }

                if (Fitting(vocabulary, tokens, few, range) is { } alone)
                {
                    Move(vocabulary, tokens, few, alone);
                    single.AddRange(few.Select(note => (note, alone)));
                }
                else
                {
                    left.AddRange(few.Where(note => !range.Holds(note.Semitones)));
                }
            }
        }

        return new OctaveMove
        {
            Tune = tokens,
            Measures = measures,
            Notes = single,
            Left = left,
        };
    }

    // Notes that belong together, joined with those that ties lead to.
    private static List<List<PlacedNote>> Linked(IReadOnlyList<(PlacedNote Note, bool IsTied)> notes, Func<PlacedNote, int> of)
    {
        List<List<PlacedNote>> groups = [];
        HashSet<int> waiting = [];
        foreach ((PlacedNote note, bool isTied) in notes)
        {
            bool continues = waiting.Remove(note.Semitones);
            if (groups.Count > 0 && (continues || of(groups[^1][^1]) == of(note)))
            {
                groups[^1].Add(note);
            }
            else
            {
                groups.Add([note]);
            }

            if (isTied)
            {
                waiting.Add(note.Semitones);
            }
        }

        return groups;
    }

    private static int? Fitting(Vocabulary vocabulary, Token[] tokens, IReadOnlyList<PlacedNote> notes, PitchRange range)
    {
        foreach (int by in Octaves)
        {
            if (notes.All(note => range.Holds(note.Semitones + (12 * by)) && Moved(vocabulary, tokens[note.Step + 1], by) is not null))
            {
                return by;
            }
        }

        return null;
    }

    private static void Move(Vocabulary vocabulary, Token[] tokens, IReadOnlyList<PlacedNote> notes, int by)
    {
        foreach (PlacedNote note in notes)
        {
            tokens[note.Step + 1] = Moved(vocabulary, tokens[note.Step + 1], by)!.Value;
        }
    }

    private static Token? Moved(Vocabulary vocabulary, Token token, int by)
    {
        TokenMeaning meaning = TokenGrammar.Read(vocabulary[token]);
        string accidental = string.Concat(vocabulary[token].TakeWhile(of => of is '^' or '_' or '='));
        int octave = meaning.Octave + by;
        string letter = meaning.Letter.ToString();
        string text =
            accidental + (octave > 0 ? letter.ToLowerInvariant() + new string('\'', octave - 1) : letter + new string(',', -octave));
        return vocabulary.TryFind(text, out Token found) ? found : null;
    }
}
