namespace Lilt.Notation.Playing;

/// <summary>Chord names as they are played: a bass note and a chord by turns, each an eighth long.</summary>
/// <remarks>
/// In 6/8, 9/8 and 12/8 the bass is on each beat and the chord on its last eighth; in 4/4 and 2/2 the bass on the first and third quarter and
/// the chord on the others; in any other meter the bass on the first of the meter's units and the chord on the rest. A chord lasts until the
/// next, over bars and repeats. In free meter nothing is played.
/// Source: abc2midi's patterns (<c>%%MIDI gchord</c> as it is where a tune sets none) and its places of bass and chord.
/// </remarks>
internal static class Accompaniment
{
    private static readonly Fraction Eighth = new(1, 8);
    private static readonly Fraction Quarter = new(1, 4);

    /// <summary>What is played, by onset.</summary>
    /// <param name="names">The chord names and when they stand.</param>
    /// <param name="measures">The measures of the performance.</param>
    /// <param name="transposition">Semitones up.</param>
    public static IEnumerable<PlayedNote> Of(
        IEnumerable<(Fraction At, string Text)> names,
        IReadOnlyList<MeasurePlace> measures,
        int transposition
    )
    {
        (Fraction At, ChordName? Chord)[] chords =
        [
            .. names.OrderBy(name => name.At).Select(name => (name.At, ChordName.Parse(name.Text))).Where(name => name.Item2 is not null),
        ];
        int next = 0;
        ChordName? chord = null;
        foreach (MeasurePlace measure in measures)
        {
            Fraction end = measure.Into + measure.To - measure.From;
            foreach ((Fraction place, bool isBass) in Pattern(measure.Meter, end))
            {
                if (measure.TimeOf(place) is not { } at)
                {
                    continue;
                }

                for (; next < chords.Length && chords[next].At <= at; next++)
                {
                    chord = chords[next].Chord;
                }

                foreach (
                    int pitch in chord is null ? []
                    : isBass ? [chord.Bass]
                    : chord.Notes
                )
                {
                    yield return new PlayedNote(at, Eighth, pitch + transposition, 0, default);
                }
            }
        }
    }

    private static IEnumerable<(Fraction Place, bool IsBass)> Pattern(Meter meter, Fraction end)
    {
        if (meter.Measure is null)
        {
            yield break;
        }

        Fraction unit = meter is { Numerator: 2, Denominator: 2 } ? Quarter : new Fraction(1, meter.Denominator);
        bool alternates = meter is { Numerator: 4, Denominator: 4 } or { Numerator: 2, Denominator: 2 };
        int index = 0;
        for (Fraction place = default; place < end; place += unit, index++)
        {
            if (!meter.IsCompound)
            {
                yield return (place, alternates ? index % 2 == 0 : index == 0);
            }
            else if (index % 3 != 1)
            {
                yield return (place, index % 3 == 0);
            }
        }
    }
}
