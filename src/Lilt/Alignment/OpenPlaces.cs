using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Alignment;

/// <summary>
/// The places of a tune at which a measure token could stand, with how far they are from the last one; for any vocabulary whose tokens are
/// folk-rnn's. Immutable.
/// </summary>
/// <remarks>
/// A place is open where the note or rest before it is complete: no length, tie or broken rhythm follows, and no chord, tuplet or broken
/// rhythm is under way. Durations are counting's: tuplets and broken rhythm as they sound, a chord once. Source:
/// docs/definitions/counting.md.
/// </remarks>
public sealed class OpenPlaces
{
    private readonly Dictionary<int, int> bySteps = [];

    private OpenPlaces(IReadOnlyList<OpenPlace> all, IReadOnlyList<BarredMeasure> measures, Fraction? full)
    {
        All = all;
        Measures = measures;
        Full = full;
        for (int place = 0; place < all.Count; place++)
        {
            bySteps[all[place].Step] = place;
        }
    }

    /// <summary>The places, ascending by step.</summary>
    public IReadOnlyList<OpenPlace> All { get; }

    /// <summary>The measures, in the order of the tune; bars that touch have an empty one between them.</summary>
    public IReadOnlyList<BarredMeasure> Measures { get; }

    /// <summary>M, a full measure's duration by the tune's meter, in whole notes; null in free meter.</summary>
    public Fraction? Full { get; }

    /// <summary>The open place of a step.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="place">The place; nothing where there is none.</param>
    public bool TryFind(int step, out OpenPlace place)
    {
        bool found = bySteps.TryGetValue(step, out int index);
        place = found ? All[index] : default;
        return found;
    }

    /// <summary>The open places of a measure, ascending; that at its closing bar is the last.</summary>
    /// <param name="measure">From 0.</param>
    public IEnumerable<OpenPlace> Of(int measure) => All.Where(place => place.Measure == measure);

    /// <summary>Finds the places of a tune.</summary>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tokens">What was written, [T]; the start token may stand before it.</param>
    public static OpenPlaces Of(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokens);
        return Of([.. tokens.Skip(tokens.Count > 0 && tokens[0] == vocabulary.Start ? 1 : 0).Select(token => vocabulary[token])]);
    }

    /// <summary>Finds the places of a tune.</summary>
    /// <param name="tokens">The texts of y_0 to y_{T−1}, [T], the start token left out.</param>
    public static OpenPlaces Of(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenColumns columns = new(tokens);
        return TuneReader.Read(columns.Text).Tunes is [{ } tune, ..]
            ? new Walk(tokens, Durations(tune, columns, tokens.Count), tune.Meter.Measure).Go()
            : new OpenPlaces([], [], null);
    }

    // What each step's token begins, in whole notes; nothing for tokens that begin nothing which takes time.
    private static Fraction[] Durations(Tune tune, TokenColumns columns, int steps)
    {
        Fraction[] durations = new Fraction[steps];
        foreach (TuneElement element in tune.Voices[0].Elements)
        {
            Fraction length = element switch
            {
                Note note => note.Duration,
                Rest rest => rest.Duration,
                Chord chord => chord.Duration,
                _ => Fraction.Zero,
            };
            if (length.Sign > 0)
            {
                durations[columns.StepAt(element.Position.Column)] += length;
            }
        }

        return durations;
    }

    /// <summary>Goes through the tokens and keeps what is under way.</summary>
    private sealed class Walk(IReadOnlyList<string> texts, Fraction[] durations, Fraction? full)
    {
        private readonly List<OpenPlace> places = [];
        private readonly List<BarredMeasure> measures = [];
        private bool inChord;
        private bool inBroken;
        private int tupletNotes;
        private bool afterBar;
        private int first;
        private Fraction distance;

        public OpenPlaces Go()
        {
            int header = texts.TakeWhile(text => TokenKinds.Of(text) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit).Count();
            first = header;
            int end = texts.Count > 0 && TokenKinds.Of(texts[^1]) == TokenKind.End ? texts.Count - 1 : texts.Count;
            for (int step = header; step < end; step++)
            {
                TokenKind kind = TokenKinds.Of(texts[step]);
                if (IsOpen && kind is not (TokenKind.Duration or TokenKind.Broken or TokenKind.Tie))
                {
                    places.Add(new OpenPlace(step, measures.Count, distance, step - first));
                }

                if (kind == TokenKind.Measure)
                {
                    End(step, isBar: true);
                    continue;
                }

                Take(kind, texts[step]);
                distance += durations[step];
            }

            if (end < texts.Count && IsOpen)
            {
                places.Add(new OpenPlace(end, measures.Count, distance, end - first));
            }

            // What stands after the last bar, though it be nothing: the step of the end token has a place in it.
            End(end, isBar: false);
            return new OpenPlaces(places, measures, full);
        }

        private bool IsOpen => !inChord && !inBroken && tupletNotes == 0;

        private void Take(TokenKind kind, string text)
        {
            switch (kind)
            {
                case TokenKind.ChordStart:
                    inChord = true;
                    Note();
                    break;
                case TokenKind.ChordEnd:
                    inChord = false;
                    break;
                case TokenKind.Pitch or TokenKind.Rest when !inChord:
                    Note();
                    break;
                case TokenKind.Tuplet:
                    tupletNotes = TokenGrammar.Read(text).Tuplet;
                    break;
                case TokenKind.Broken:
                case TokenKind.Duration when TokenGrammar.Read(text).BrokenDepth > 0:
                    inBroken = true;
                    break;
            }
        }

        private void Note()
        {
            inBroken = false;
            tupletNotes = Math.Max(tupletNotes - 1, 0);
        }

        private void End(int step, bool isBar)
        {
            measures.Add(new BarredMeasure(measures.Count, first, step, distance, afterBar && isBar, distance == full));
            inChord = inBroken = false;
            tupletNotes = 0;
            afterBar = true;
            distance = Fraction.Zero;
            first = step + 1;
        }
    }
}
