using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Alignment;

/// <summary>Finds where the steps of a tune stand in its measures, for any vocabulary whose tokens are folk-rnn's.</summary>
/// <remarks>
/// A tuplet mark or a broken-rhythm sign stands where the note after it begins, if one comes before the next bar; a length, a tie and what
/// is inside a chord stand where their note or chord begins. Header, end token and what cannot be read have no place.
/// </remarks>
public static class StepPlaces
{
    /// <summary>The places of the steps that have one, ascending by step.</summary>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tokens">What was written, [T]; the start token may stand before it. Step t writes the token t of those after the start
    /// token.</param>
    public static IReadOnlyList<StepPlace> Of(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokens);
        return Of([.. tokens.Skip(tokens.Count > 0 && tokens[0] == vocabulary.Start ? 1 : 0).Select(token => vocabulary[token])]);
    }

    /// <summary>The places of the steps that have one, ascending by step.</summary>
    /// <param name="tokens">The texts of y_0 to y_{T−1}, [T], the start token left out.</param>
    public static IReadOnlyList<StepPlace> Of(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenColumns columns = new(tokens);
        if (TuneReader.Read(columns.Text).Tunes is not [{ } tune, ..])
        {
            return [];
        }

        StepPlace?[] places = new StepPlace?[tokens.Count];
        Walk walk = new(tune);
        foreach ((TuneElement element, int measure, Fraction onset) in walk.Elements())
        {
            int step = columns.StepAt(element.Position.Column);
            places[step] = new StepPlace(step, measure, onset, element is Bar);
        }

        for (int step = 1; step < places.Length; step++)
        {
            // A length, a tie, the inside of a chord: no element of their own begins there.
            if (places[step] is null && places[step - 1] is { IsBar: false } before && tokens[step] != Vocabulary.EndText)
            {
                places[step] = before with { Step = step };
            }
        }

        return [.. places.OfType<StepPlace>()];
    }

    /// <summary>Goes through a tune's music and keeps the time.</summary>
    private sealed class Walk(Tune tune)
    {
        private readonly IReadOnlyList<TuneElement> elements = tune.Voices[0].Elements;
        private readonly IReadOnlyList<Measure> measures = tune.Voices[0].Measures(tune.Meter);
        private int measure = -1;
        private Fraction onset;

        public IEnumerable<(TuneElement Element, int Measure, Fraction Onset)> Elements()
        {
            for (int place = 0; place < elements.Count; place++)
            {
                TuneElement element = elements[place];
                if (Length(element) is not { } length)
                {
                    // A sign belongs to what it is written before.
                    Enter(element is Bar ? element : Next(place) ?? element);
                    yield return (element, Math.Max(measure, 0), onset);
                    continue;
                }

                Enter(element);
                yield return (element, Math.Max(measure, 0), onset);
                onset += length;
            }
        }

        /// <summary>A measure's position is that of its first note, of an empty one that of its closing bar.</summary>
        private void Enter(TuneElement element)
        {
            while (measure + 1 < measures.Count && measures[measure + 1].Position.Column <= element.Position.Column)
            {
                measure++;
                onset = Fraction.Zero;
            }
        }

        /// <summary>What takes time next, before a bar; null for nothing.</summary>
        private TuneElement? Next(int place) =>
            elements.Skip(place + 1).TakeWhile(element => element is not Bar).FirstOrDefault(element => Length(element) is not null);

        private static Fraction? Length(TuneElement element) =>
            element switch
            {
                Note note => note.Duration,
                Rest rest => rest.Duration,
                Chord chord => chord.Duration,
                _ => null,
            };
    }
}
