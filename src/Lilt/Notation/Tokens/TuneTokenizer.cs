using Lilt.Notation.Elements;

namespace Lilt.Notation.Tokens;

/// <summary>Turns tunes into folk-rnn's tokens. Source: Sturm et al., Music transcription modelling and composition, 2016.</summary>
public static class TuneTokenizer
{
    /// <summary>Meter and key, which stand before the music.</summary>
    internal const int HeaderTokens = 2;

    private static readonly Fraction Eighth = new(1, 8);

    /// <summary>
    /// The tokens of a tune's first voice as it stands, in its own key: meter, key and music, without start and end token. What the
    /// formats have no token for (chord symbols, decorations, grace notes, slurs; in v2 ties) is passed over.
    /// </summary>
    /// <param name="tune">The tune.</param>
    /// <param name="format">The format.</param>
    public static IReadOnlyList<string> Tokens(Tune tune, CorpusFormat format) => Tokens(tune, format, null);

    /// <summary>
    /// The same, and where the element that each token was made of stands, a chord's notes each in its own place; the header's where its fields
    /// stand, or at the tune's beginning.
    /// </summary>
    /// <param name="tune">The tune.</param>
    /// <param name="format">The format.</param>
    /// <param name="positions">Gets a position for each token; null for none.</param>
    internal static IReadOnlyList<string> Tokens(Tune tune, CorpusFormat format, List<SourcePosition>? positions)
    {
        ArgumentNullException.ThrowIfNull(tune);
        TokenWriter writer = new(format == CorpusFormat.V3, positions);
        positions?.AddRange([FieldOf(tune, 'M') ?? tune.Position, FieldOf(tune, 'K') ?? tune.Position]);
        List<string> tokens = ["M:" + tune.Meter.Numbers, "K:" + writer.Key(tune.Key)];
        Fraction unit = tune.Unit;
        Bar? lastBar = null;
        IReadOnlyList<TuneElement> elements = tune.Voices[0].Elements;
        for (int at = 0; at < elements.Count; at++)
        {
            TuneElement element = elements[at];
            if (element is UnitChange change)
            {
                unit = change.Unit;
                continue;
            }

            if (tune.Format == TuneFormat.Abc && element is MeterChange or KeyChange && !Changes(tune, element))
            {
                continue;
            }

            bool repeatsTheLine =
                (element is Bar { StartsLine: true, IsStructural: false } && lastBar is not null)
                || (
                    element is Bar { Line: BarLine.Invisible, IsStructural: false }
                    && (lastBar is not null || (at + 1 < elements.Count && elements[at + 1] is Bar))
                );
            lastBar = element as Bar ?? (element is Note or Rest or Chord ? null : lastBar);
            if (repeatsTheLine)
            {
                continue;
            }

            writer.Append(unit == Eighth ? element : InEighths(element, unit / Eighth), tokens);
            if (format == CorpusFormat.V3 && element is Note { IsTied: true } or Chord { IsTied: true })
            {
                tokens.Add("-");
                positions?.Add(element.Position);
            }
        }

        return tokens;
    }

    /// <summary>A tune's tokens for a corpus: transposed to a tonic; only major, minor, dorian and mixolydian tunes are taken.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="format">The format.</param>
    /// <param name="tonic">The tonic: C, or for v3's second copy C sharp or D flat.</param>
    public static TokenizedTune Tokenize(Tune tune, CorpusFormat format, Tonic tonic)
    {
        ArgumentNullException.ThrowIfNull(tune);
        if (Fault(tune) is { } fault)
        {
            return fault;
        }

        Mode mode = tune.Key.Mode;
        if (mode is not (Mode.Major or Mode.Minor or Mode.Dorian or Mode.Mixolydian))
        {
            return new TokenizedTune(
                null,
                mode == Mode.None ? "no key is named" : "the mode is not major, minor, dorian or mixolydian",
                tune.Key.ToString()
            )
            {
                Position = FieldOf(tune, 'K'),
            };
        }

        if (tune.Key.HasExplicitAccidentals)
        {
            return new TokenizedTune(null, "the signature has accidentals of its own", tune.Key.ToString())
            {
                Position = FieldOf(tune, 'K'),
            };
        }

        TransposedTune moved = Transposer.ForTokens(tune, tonic);
        return moved.Tune is { } inC
            ? new TokenizedTune(Tokens(inC, format), null, null)
            : new TokenizedTune(null, "it cannot be transposed", moved.Reason);
    }

    /// <summary>Where the heading's field of a letter stands, the last of them; null where there is none.</summary>
    internal static SourcePosition? FieldOf(Tune tune, char name)
    {
        SourcePosition? found = null;
        foreach (TuneField field in tune.Fields)
        {
            found = field.Name == name ? field.Position : found;
            if (field.Name == 'K')
            {
                break;
            }
        }

        return found;
    }

    private static bool Changes(Tune tune, TuneElement element) =>
        element switch
        {
            MeterChange change => change.Meter.Numbers != tune.Meter.Numbers,
            KeyChange change => !change.Key.Equals(tune.Key),
            _ => true,
        };

    private static TokenizedTune? Fault(Tune tune)
    {
        static TokenizedTune Because(string reason, SourcePosition? position = null, string? detail = null) =>
            new(null, reason, detail) { Position = position };

        if (tune.Voices.Count > 1)
        {
            return Because("it has several voices");
        }

        if (tune.Meter.Measure is null)
        {
            return Because("the meter is free or missing", FieldOf(tune, 'M') ?? FieldOf(tune, 'K'));
        }

        foreach (Finding finding in tune.Findings)
        {
            if (!finding.IsHarmless)
            {
                return Because(
                    "something in it could not be read for certain",
                    new SourcePosition(finding.Line, finding.Column),
                    finding.ToString()
                );
            }
        }

        bool hasNotes = false;
        foreach (TuneElement element in tune.Voices[0].Elements)
        {
            switch (element)
            {
                case Note or Chord:
                    hasNotes = true;
                    break;
                case Overlay:
                    return Because("it has voice overlays", element.Position);
                case MeterChange when Changes(tune, element):
                    return Because("the meter changes inside it", element.Position);
                case KeyChange when Changes(tune, element):
                    return Because("the key changes inside it", element.Position);
                case TupletStart { IsPlain: false }:
                    return Because("a tuplet is more than (n", element.Position);
                case Rest { Measures: > 0 }:
                    return Because("it has rests of whole measures", element.Position);
                case Bar { Endings: not ([] or [1] or [2]) }:
                    return Because("its endings are more than 1 and 2", element.Position);
            }
        }

        return hasNotes ? null : Because("it has no notes");
    }

    private static TuneElement InEighths(TuneElement element, Fraction factor) =>
        element switch
        {
            Note note => note with { Multiplier = note.Multiplier * factor },
            Rest rest => rest with { Multiplier = rest.Multiplier * factor },
            Chord chord => chord with { Multiplier = chord.Multiplier * factor },
            _ => element,
        };
}
