using Lilt.Notation.Abc;
using Lilt.Notation.Elements;

namespace Lilt.Notation.Tokens;

/// <summary>
/// Reads tunes from folk-rnn's token text: v2 and Swedish (fields in lines of their own), v3 and generated tunes (one a line).
/// </summary>
internal sealed class TokenTuneReader
{
    private static readonly Fraction Eighth = new(1, 8);

    private readonly Dictionary<string, TokenMeaning>.AlternateLookup<ReadOnlySpan<char>> meanings = new Dictionary<string, TokenMeaning>(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Tune> tunes;

    private FindingList findings = new();
    private List<TuneField> fields = [];
    private VoiceBuilder? voice;
    private SourcePosition start;
    private SourcePosition end;
    private SourcePosition? outside;
    private string number = string.Empty;
    private string? title;
    private Meter? meter;
    private Fraction? unit;
    private Key? key;
    private bool isV3;
    private bool isOpen;
    private (SourcePosition Position, TokenMeaning Meaning)? pending;
    private SourcePosition chordEnd;
    private bool chordWaits;
    private Fraction? length;

    /// <param name="tunes">Where the tunes go.</param>
    public TokenTuneReader(List<Tune> tunes)
    {
        this.tunes = tunes;
    }

    /// <summary>What a word stands for.</summary>
    public TokenMeaning Meaning(ReadOnlySpan<char> word)
    {
        if (!meanings.TryGetValue(word, out TokenMeaning? meaning))
        {
            meaning = TokenGrammar.Read(word.Length > TokenGrammar.LongestToken ? string.Empty : word.ToString());
            if (meanings.Dictionary.Count < 10_000 && word.Length <= TokenGrammar.LongestToken)
            {
                meanings[word] = meaning;
            }
        }

        return meaning;
    }

    /// <summary>Reads the lines of a block; blank lines end tunes, so the last tune ends with it.</summary>
    public void Read(string text, ReadOnlySpan<TextLine> lines)
    {
        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = line.Of(text);
            if (content is ['%', ..])
            {
                continue;
            }

            if (content.Length > 1 && content[1] == ':' && content[0] is 'X' or 'T')
            {
                Heading(new TuneField(new SourcePosition(line.Number, 1), content[0], FieldLine.Text(content)));
                continue;
            }

            Words(content, line.Number);
        }

        End();
    }

    private void Heading(TuneField field)
    {
        if (voice is not null || (field.Name == 'X' && isOpen))
        {
            End();
        }

        Open(field.Position);
        fields.Add(field);
        if (field.Name == 'X')
        {
            number = field.Text;
        }
        else
        {
            title ??= field.Text;
        }
    }

    private void Words(ReadOnlySpan<char> line, int lineNumber)
    {
        bool first = true;
        for (int position = 0; position < line.Length; )
        {
            if (char.IsWhiteSpace(line[position]))
            {
                position++;
                continue;
            }

            int begin = position;
            while (position < line.Length && !char.IsWhiteSpace(line[position]))
            {
                position++;
            }

            Word(line[begin..position], new SourcePosition(lineNumber, begin + 1), first);
            first = false;
        }
    }

    private void Word(ReadOnlySpan<char> word, SourcePosition position, bool isFirst)
    {
        TokenMeaning meaning = Meaning(word);
        SourcePosition after = position with { Column = position.Column + word.Length };
        bool isField = meaning.Kind is TokenKind.Meter or TokenKind.Key or TokenKind.Unit;
        if ((meaning.Kind == TokenKind.Start && isFirst) || (isFirst && isField && voice is not null))
        {
            End();
        }

        if (!isOpen && outside is { } ended && meaning.Kind != TokenKind.Start && !isFirst)
        {
            // After the end token only what begins a line, or a start token, begins a tune.
            if (ended.Line == position.Line)
            {
                After(position);
                return;
            }
        }

        Open(position);
        end = after;
        if (meaning.Kind is not TokenKind.Duration)
        {
            Flush();
        }

        switch (meaning.Kind)
        {
            case TokenKind.Start:
                if (voice is not null)
                {
                    findings.Add(position, "A start token stands inside the tune; it is left out.");
                }

                break;
            case TokenKind.End:
                outside = position;
                End();
                break;
            case TokenKind.Meter or TokenKind.Key or TokenKind.Unit:
                Field(meaning, position, word[0] == '[' ? word[1] : word[0]);
                break;
            default:
                Music(meaning, position, word);
                break;
        }
    }

    private void After(SourcePosition position)
    {
        if (tunes.Count > 0)
        {
            Tune last = tunes[^1];
            if (
                last.Findings.Count == 0
                || last.Findings[^1].Line != position.Line
                || !last.Findings[^1].Text.StartsWith("After", StringComparison.Ordinal)
            )
            {
                tunes[^1] = last with
                {
                    Findings =
                    [
                        .. last.Findings,
                        new Finding(position.Line, position.Column, "After the end token the rest of the line is not read."),
                    ],
                };
            }
        }
    }

    private void Field(TokenMeaning meaning, SourcePosition position, char name)
    {
        fields.Add(new TuneField(position, name, meaning.Field));
        switch (meaning.Kind)
        {
            case TokenKind.Meter:
                Meter changed = Meter.Parse(meaning.Field)!;
                voice?.ChangeMeter(position, changed);
                meter = voice is null ? changed : meter;
                break;
            case TokenKind.Unit:
                Fraction length = UnitText.Parse(meaning.Field)!.Value;
                voice?.ChangeUnit(position, length);
                unit = voice is null ? length : unit;
                break;
            default:
                Key read = KeyText.Parse(meaning.Field).Key!;
                voice?.ChangeKey(position, read);
                key = voice is null ? read : key;
                isV3 |= voice is null && read.Tonic is null && read.Mode != Mode.None;
                break;
        }
    }

    private void Music(TokenMeaning meaning, SourcePosition position, ReadOnlySpan<char> word)
    {
        VoiceBuilder to = Voice();
        switch (meaning.Kind)
        {
            case TokenKind.Pitch or TokenKind.Rest:
                pending = (position, meaning);
                break;
            case TokenKind.Duration:
                Length(meaning, position, word);
                break;
            case TokenKind.Broken:
                to.Broken(position, meaning.BrokenDepth, meaning.IsFirstLonger);
                break;
            case TokenKind.Tuplet:
                to.Tuplet(position, meaning.Tuplet, 0, 0, true);
                break;
            case TokenKind.Measure:
                BarText bar = meaning.Bar.Length == 0 ? new BarText(BarLine.None, 0, false, 1) : meaning.Bar;
                to.Bar(position, bar, meaning.Bar.Ending > 0 ? [meaning.Bar.Ending] : [], false);
                break;
            case TokenKind.ChordStart:
                to.StartChord(position);
                break;
            case TokenKind.ChordEnd when to.InChord:
                chordWaits = true;
                chordEnd = position;
                break;
            case TokenKind.Tie:
                to.Tie(position);
                break;
            default:
                string shown = word.Length > 40 ? string.Concat(word[..40], "…") : word.ToString();
                findings.Add(
                    position,
                    meaning.Kind == TokenKind.ChordEnd ? "']' closes nothing." : $"'{shown}' is no token; it is left out."
                );
                break;
        }
    }

    // The Swedish format writes 3/2 as '3 /2'.
    private void Length(TokenMeaning meaning, SourcePosition position, ReadOnlySpan<char> word)
    {
        bool waits = pending is not null || chordWaits;
        if (!waits || (length is { } half && (word[0] != '/' || half.Denominator != 1)))
        {
            findings.Add(position, $"The length '{word}' has no note before it; it is left out.");
            return;
        }

        length = (length ?? Fraction.One) * meaning.Multiplier;
        if (meaning.BrokenDepth > 0)
        {
            Flush();
            voice!.Broken(position, meaning.BrokenDepth, meaning.IsFirstLonger);
        }
    }

    // A note or a closed chord waits for the length that may follow it.
    private void Flush()
    {
        Fraction multiplier = length ?? Fraction.One;
        length = null;
        if (chordWaits)
        {
            chordWaits = false;
            voice!.EndChord(chordEnd, multiplier);
        }
        else if (pending is { } waiting)
        {
            pending = null;
            TokenMeaning note = waiting.Meaning;
            if (note.Kind == TokenKind.Rest)
            {
                voice!.Rest(waiting.Position, multiplier, isVisible: true);
            }
            else
            {
                voice!.Note(waiting.Position, note.Letter, note.Octave, note.Alteration, multiplier);
            }
        }
    }

    private VoiceBuilder Voice()
    {
        if (voice is null)
        {
            if (meter is null)
            {
                findings.Add(start, "The tune has no meter; its measures cannot be counted.");
            }

            if (key is null)
            {
                findings.Add(start, "The tune has no key; no signature is taken.");
            }

            voice = new VoiceBuilder(string.Empty, findings, meter ?? Meter.Free, unit ?? Eighth, key ?? Key.None);
        }

        return voice;
    }

    private void Open(SourcePosition position)
    {
        if (!isOpen)
        {
            isOpen = true;
            start = position;
        }
    }

    private void End()
    {
        if (!isOpen)
        {
            return;
        }

        Flush();
        VoiceBuilder built = Voice();
        tunes.Add(
            new Tune
            {
                Position = start,
                End = end,
                Format = isV3 ? TuneFormat.TokensV3 : TuneFormat.Tokens,
                Number = number,
                Title = title,
                Meter = meter ?? Meter.Free,
                Unit = unit ?? Eighth,
                Key = key ?? Key.None,
                Fields = fields,
                Voices = [built.Build(start)],
                Findings = findings.ToList(),
            }
        );
        findings = new FindingList();
        fields = [];
        voice = null;
        number = string.Empty;
        title = null;
        meter = null;
        unit = null;
        key = null;
        isV3 = false;
        isOpen = false;
        pending = null;
        chordWaits = false;
        length = null;
    }
}
