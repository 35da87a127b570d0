using Lilt.Notation.Abc;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Notation;

/// <summary>Moves tunes to other keys, their mode kept.</summary>
/// <remarks>
/// Every letter moves alike, so written accidentals stay where they are and change with the signature. There and back is the identity.
/// Notation moves to the nearest place of its new key, six semitones at most; of two places as near, F and B, to the one that lies between
/// the same C and B. Tokens, which stand on C, go at most a fifth down and a major third up, so that they are moved as folk-rnn's corpus is.
/// </remarks>
public static class Transposer
{
    /// <summary>A tune in another key of its mode. Key changes inside it move by the same interval.</summary>
    /// <param name="tune">A tune whose key names a tonic, or one of folk-rnn v3, whose tonic is worked out.</param>
    /// <param name="tonic">The new tonic; where the mode has no signature on it, as D flat minor, its enharmonic equal is taken.</param>
    /// <param name="writtenIn">
    /// Of tokens the tonic of the notation that they were made of, so that they land where that does; null where a model wrote them.
    /// </param>
    public static TransposedTune To(Tune tune, Tonic tonic, Tonic? writtenIn = null)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return tune.Format == TuneFormat.Abc
            ? Move(tune, tonic, Interval.Nearest)
            : Move(tune, tonic, (from, to) => Interval.OfTokens(from, to, writtenIn));
    }

    /// <summary>A tune in the key that a model has it in, as folk-rnn's corpus was moved there; see <see cref="Interval.Between"/>.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="tonic">The tonic of the tokens.</param>
    /// <param name="writtenIn">The tonic in which the notation stood that they were made of, where that was moved since.</param>
    internal static TransposedTune ForTokens(Tune tune, Tonic tonic, Tonic? writtenIn = null) =>
        Move(tune, tonic, (from, to) => Interval.OfTokens(to, from, writtenIn).Back);

    private static TransposedTune Move(Tune tune, Tonic tonic, Func<Tonic, Tonic, Interval> way)
    {
        if (tune.Key.Tonic is null && tune.Format == TuneFormat.TokensV3)
        {
            tune = V3Spelling.Respell(tune);
        }

        if (tune.Key.Tonic is not { } from)
        {
            return new TransposedTune(null, "Its key names no tonic.");
        }

        Interval interval = way(from, WithSignature(tonic, tune.Key.Mode));
        string? reason = null;
        Key key = Move(tune.Key, interval, ref reason);
        Voice[] voices = Move(tune.Voices, interval, ref reason);
        Voice[] expanded = ReferenceEquals(tune.ExpandedVoices, tune.Voices) ? voices : Move(tune.ExpandedVoices, interval, ref reason);
        return reason is null
            ? new TransposedTune(tune with { Key = key, Voices = voices, ExpandedVoices = expanded }, null)
            {
                Semitones = interval.Semitones,
            }
            : new TransposedTune(null, reason);
    }

    /// <summary>
    /// The tonic of a tune as it stands: the one that its key names, or, of one of folk-rnn v3, the one that is worked out; null where there
    /// is none.
    /// </summary>
    /// <param name="tune">The tune.</param>
    public static Tonic? HomeOf(Tune tune)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return tune.Key.Tonic is null && tune.Format == TuneFormat.TokensV3 ? V3Spelling.TonicOf(tune) : tune.Key.Tonic;
    }

    private static Voice[] Move(IReadOnlyList<Voice> voices, Interval interval, ref string? reason)
    {
        Voice[] moved = new Voice[voices.Count];
        for (int i = 0; i < moved.Length; i++)
        {
            List<TuneElement> elements = new(voices[i].Elements.Count);
            foreach (TuneElement element in voices[i].Elements)
            {
                elements.Add(reason is null ? Move(element, interval, ref reason) : element);
            }

            moved[i] = new Voice(voices[i].Id, elements);
        }

        return moved;
    }

    /// <summary>The tonic, or its enharmonic equal where the mode has no signature on it.</summary>
    internal static Tonic WithSignature(Tonic tonic, Mode mode)
    {
        if (Math.Abs(Key.SharpsOf(tonic, mode)) <= 7)
        {
            return tonic;
        }

        Tonic best = tonic;
        for (Letter letter = Letter.C; letter <= Letter.B; letter++)
        {
            for (int alteration = -1; alteration <= 1; alteration++)
            {
                Tonic other = new(letter, alteration);
                if (other.PitchClass == tonic.PitchClass && Math.Abs(Key.SharpsOf(other, mode)) < Math.Abs(Key.SharpsOf(best, mode)))
                {
                    best = other;
                }
            }
        }

        return best;
    }

    private static TuneElement Move(TuneElement element, Interval interval, ref string? reason)
    {
        switch (element)
        {
            case Note note:
                return Move(note, interval, ref reason);
            case Chord chord:
                List<TuneElement> contents = [];
                foreach (TuneElement inner in chord.Contents)
                {
                    contents.Add(Move(inner, interval, ref reason));
                }

                return chord with
                {
                    Notes = Move(chord.Notes, interval, ref reason),
                    Contents = contents,
                };
            case GraceNotes grace:
                return grace with { Notes = Move(grace.Notes, interval, ref reason) };
            case KeyChange change:
                return change with { Key = Move(change.Key, interval, ref reason) };
            case ChordSymbol symbol:
                return symbol with { Text = Move(symbol.Text, interval) };
            default:
                return element;
        }
    }

    private static Note[] Move(IReadOnlyList<Note> notes, Interval interval, ref string? reason)
    {
        Note[] moved = new Note[notes.Count];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = Move(notes[i], interval, ref reason);
        }

        return moved;
    }

    private static Note Move(Note note, Interval interval, ref string? reason)
    {
        if (interval.Move(note.Pitch) is not { } pitch)
        {
            reason ??= FormattableString.Invariant(
                $"The note {note.Pitch} (line {note.Position.Line}, column {note.Position.Column}) would need a triple accidental."
            );
            return note;
        }

        return note with
        {
            Pitch = pitch,
            WrittenAlteration = note.WrittenAlteration is null ? null : pitch.Alteration,
        };
    }

    private static Key Move(Key key, Interval interval, ref string? reason)
    {
        if (key.Tonic is not { } tonic)
        {
            reason ??= "A key in it names no tonic.";
            return key;
        }

        Pitch? moved = interval.Move(new Pitch(tonic.Letter, tonic.Alteration, 0));
        if (
            moved is not { Alteration: >= -1 and <= 1 } pitch
            || Math.Abs(Key.SharpsOf(new Tonic(pitch.Letter, pitch.Alteration), key.Mode)) > 7
        )
        {
            reason ??=
                $"The key has no signature of seven accidentals or fewer{(moved is { } named ? $": {named}" : string.Empty)} {new Key(null, key.Mode)}.";
            return key;
        }

        Key plain = new(new Tonic(pitch.Letter, pitch.Alteration), key.Mode);
        if (!key.HasExplicitAccidentals)
        {
            return plain;
        }

        List<(Letter, int)> accidentals = [];
        for (Letter letter = Letter.C; letter <= Letter.B; letter++)
        {
            if (interval.Move(new Pitch(letter, key.Alteration(letter), 0)) is { } each)
            {
                accidentals.Add((each.Letter, each.Alteration));
            }
            else
            {
                reason ??= "Its signature would need a triple accidental.";
            }
        }

        return plain.With(accidentals);
    }

    // "F#m7/A": the root and the bass move, the rest stays.
    private static string Move(string symbol, Interval interval)
    {
        int slash = symbol.LastIndexOf('/');
        return slash < 0
            ? MoveRoot(symbol, interval)
            : MoveRoot(symbol[..slash], interval) + "/" + MoveRoot(symbol[(slash + 1)..], interval);
    }

    private static string MoveRoot(string symbol, Interval interval)
    {
        if (
            symbol.Length == 0
            || char.ToUpperInvariant(symbol[0]) is < 'A' or > 'G'
            || !LetterText.TryRead(symbol[0], out Letter letter, out _)
        )
        {
            return symbol;
        }

        int alteration =
            symbol.Length > 1
                ? symbol[1] switch
                {
                    '#' => 1,
                    'b' => -1,
                    _ => 0,
                }
                : 0;
        if (interval.Move(new Pitch(letter, alteration, 0)) is not { } moved)
        {
            return symbol;
        }

        string name =
            moved.Letter
            + moved.Alteration switch
            {
                -2 => "bb",
                -1 => "b",
                1 => "#",
                2 => "##",
                _ => string.Empty,
            };
        return (char.IsAsciiLetterLower(symbol[0]) ? name.ToLowerInvariant() : name) + symbol[(alteration == 0 ? 1 : 2)..];
    }
}
