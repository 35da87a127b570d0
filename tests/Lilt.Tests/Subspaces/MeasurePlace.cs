using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Subspaces;

namespace Lilt.Tests.Subspaces;

/// <summary>Steps at which a note has just been completed, in measures of eight eighths that a network wrote in M:4/4.</summary>
/// <param name="Tune">The tune.</param>
/// <param name="Eighths">d, the eighths since the bar line, 1 to 7.</param>
/// <param name="State">c and h of every layer, [2S, H].</param>
/// <param name="Tokens">What is read from there to the own bar line.</param>
/// <param name="After">d after each of these tokens; 0 where no note has just been completed.</param>
internal sealed record MeasurePlace(int Tune, int Eighths, float[] State, Token[] Tokens, int[] After)
{
    private const int Measure = 8;

    /// <summary>The places of some tunes. Measures with tuplets, broken rhythm, chords or ties are left out.</summary>
    public static List<MeasurePlace> Of(Model model, uint seed, int tunes)
    {
        Token[] header = [Find(model, "M:4/4"), Find(model, "K:Cmaj")];
        GenerationOptions options = new()
        {
            Seed = seed,
            Tunes = tunes,
            Limit = 300,
            Prime = [.. header.Select(token => (Token?)token)],
        };
        List<MeasurePlace> places = [];
        int tune = 0;
        foreach (TuneRecording recording in TuneRecordings.Record(model, options, kinds: [SiteKind.Cell, SiteKind.Hidden]))
        {
            AddPlaces(model, recording, tune++, places);
        }

        return places;
    }

    /// <summary>
    /// The interchange of this place with a donor some eighths further on; null where the two don't fit. The bar is due once the donor's
    /// count has reached a measure, and not at the notes before.
    /// </summary>
    /// <param name="donor">Another tune's place.</param>
    /// <param name="doses">How many eighths further on it may be.</param>
    public SubspacePair? With(MeasurePlace donor, params int[] doses)
    {
        int ahead = donor.Eighths - Eighths;
        if (donor.Tune == Tune || !doses.Contains(ahead) || Array.IndexOf(After, Measure - ahead) is not (>= 0 and int due))
        {
            return null;
        }

        IEnumerable<int> before = Enumerable.Range(0, due).Where(step => After[step] > 0);
        return new SubspacePair(
            State,
            donor.State,
            Tokens,
            [.. before.Select(step => new EventReading(step, false)), new EventReading(due, true)]
        );
    }

    private static void AddPlaces(Model model, TuneRecording recording, int tune, List<MeasurePlace> places)
    {
        int[] eighths = Eighth(model, recording);
        for (int step = 0; step < recording.Steps; step++)
        {
            int bar = Array.IndexOf(eighths, Measure, step);
            if (eighths[step] is > 0 and < Measure && bar > 0 && !eighths.AsSpan(step, bar - step).Contains(-1))
            {
                places.Add(
                    new MeasurePlace(
                        tune,
                        eighths[step],
                        [
                            .. Enumerable
                                .Range(1, model.Shape.Layers)
                                .SelectMany(layer =>
                                    (float[])[.. recording[new Site(SiteKind.Cell, layer)][step], .. recording[Site.H(layer)][step]]
                                ),
                        ],
                        [.. recording.Input.Skip(step + 1).Take(bar - step)],
                        eighths[(step + 1)..(bar + 1)]
                    )
                );
            }
        }
    }

    /// <summary>
    /// By step: d if what it has read completes a note, 8 at the end of a measure; 0 within a note; −1 outside of full, plain measures.
    /// </summary>
    private static int[] Eighth(Model model, TuneRecording recording)
    {
        TokenKind[] unwanted = [TokenKind.Tuplet, TokenKind.Broken, TokenKind.ChordStart, TokenKind.ChordEnd, TokenKind.Tie];
        int[] eighths = new int[recording.Steps];
        Array.Fill(eighths, -1);
        foreach (IGrouping<int, StepPlace> measure in recording.Places().GroupBy(place => place.Measure))
        {
            StepPlace[] places = [.. measure];
            if (
                measure.Key == 0
                || !places[^1].IsBar
                || places[^1].Onset != Fraction.One
                || places.Any(place => unwanted.Contains(TokenKinds.Of(model.Vocabulary, recording.Output[place.Step])))
            )
            {
                continue;
            }

            for (int n = 1; n < places.Length; n++)
            {
                Fraction onset = places[n].Onset * new Fraction(Measure);
                bool isNew = places[n].Onset > places[n - 1].Onset && places[n].Step == places[n - 1].Step + 1;
                eighths[places[n].Step] = isNew && onset.Denominator == 1 ? (int)onset.Numerator : 0;
            }
        }

        return eighths;
    }

    private static Token Find(Model model, string text) =>
        model.Vocabulary.TryFind(text, out Token token) ? token : throw new ArgumentException($"No token '{text}'.", nameof(text));
}
