using Lilt.Notation.Abc;

namespace Lilt.Notation.Tokens;

/// <summary>
/// A transcription or the beginning of one as a person types it: a model's tokens or ABC, with all that cannot be read. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// Tokens have blanks between. ABC is a whole tune, which begins with <c>X:</c> or <c>T:</c>; or a beginning: fields, then music. In all
/// of them <c>*</c> takes a drawn token.
/// </para>
/// <para>
/// The models' keys are on C. Where the text names another (<c>K:Ddor</c>; before the music <c>D dorian</c> is enough), its notes are in
/// that key and are moved to C; notes without a key stand as they are, unless the caller knows their tonic. <c>M:C|</c> is 4/4 to a model
/// that has no 2/2.
/// </para>
/// </remarks>
public sealed class TranscriptionText
{
    private const string Becomes = "is what this becomes, and it is no token of this model";
    private const string NoToken = "is no token of this model";

    private static readonly Tonic C = Key.CMajor.Tonic!.Value;

    private readonly string text;
    private readonly Vocabulary vocabulary;
    private readonly List<Token?> tokens = [];
    private readonly List<TextFault> faults = [];
    private readonly List<string> remarks = [];
    private readonly Tonic? notes;
    private Tonic home = C;
    private Interval interval;

    private TranscriptionText(string text, Vocabulary vocabulary, Tonic? notes)
    {
        this.text = text;
        this.vocabulary = vocabulary;
        this.notes = notes;
    }

    /// <summary>The tokens after the start token; null takes a drawn one. Empty where there are faults.</summary>
    public IReadOnlyList<Token?> Tokens => faults.Count > 0 ? [] : tokens;

    /// <summary>What cannot be read, in the order of the text.</summary>
    public IReadOnlyList<TextFault> Faults => faults;

    /// <summary>The title of a whole tune; null where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>
    /// The text as a whole tune in ABC: itself, or a beginning under the header that it was read with; null where it is tokens or has
    /// faults.
    /// </summary>
    public string? Whole { get; private set; }

    /// <summary>The tonic that the text is written in; null where neither it nor the caller names one.</summary>
    public Tonic? Tonic { get; private set; }

    /// <summary>How it was read, where that is not as it stands, in a sentence without its stop; null where it is.</summary>
    public string? Remark => remarks.Count == 0 ? null : string.Join("; ", remarks);

    private CorpusFormat Format => vocabulary.TryFind("K:maj", out _) ? CorpusFormat.V3 : CorpusFormat.V2;

    /// <summary>Reads a text whichever way it is written.</summary>
    /// <param name="text">The text; empty for no tokens.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="notes">The tonic that notes stand in where the text names no key; null for that of the model's tokens, C.</param>
    /// <param name="firstVoice">Whether of a whole tune of several voices the first is taken; else such a tune is refused.</param>
    public static TranscriptionText Parse(string text, Vocabulary vocabulary, Tonic? notes = null, bool firstVoice = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        TranscriptionText Read(Action<TranscriptionText> way)
        {
            TranscriptionText read = new(text, vocabulary, notes);
            way(read);
            read.faults.Sort((one, other) => one.From.CompareTo(other.From));
            return read;
        }

        if (IsWholeTune(text))
        {
            // With something drawn in its music a whole tune is a beginning.
            bool isDrawn = text.IndexOf(PrimeText.Drawn, BeginningFields.Read(text).Body, StringComparison.Ordinal) >= 0;
            return isDrawn ? Read(way => way.ReadBeginning()) : Read(way => way.ReadWhole(firstVoice));
        }

        TranscriptionText asTokens = Read(way => way.ReadTokens());
        if (asTokens.faults.Count == 0)
        {
            return asTokens;
        }

        TranscriptionText asAbc = Read(way => way.ReadBeginning());

        // With faults either way: a text most of whose words after the fields are tokens was meant as tokens.
        int music = asTokens.tokens.Count(token =>
            token is not { } known || TokenKinds.Of(vocabulary, known) is not (TokenKind.Meter or TokenKind.Key or TokenKind.Unit)
        );
        return asAbc.faults.Count == 0 || asTokens.faults.Count > music ? asAbc : asTokens;
    }

    private static bool IsWholeTune(string text) => text.Split('\n').Any(line => line.TrimStart() is ['X' or 'T', ':', ..]);

    private void ReadTokens()
    {
        BeginningFields fields = BeginningFields.Read(text);
        Key key = Heading(fields, isTokens: true);
        foreach ((int from, int to) in Words(fields.Body))
        {
            string word = text[from..to];
            string? moved = Moved(word, key);
            if (!TryAdd(moved ?? word))
            {
                Lacks(from, to, moved ?? word, moved is null || moved == word ? NoToken : Becomes);
            }
        }
    }

    private string? Moved(string word, Key key)
    {
        if (interval == default)
        {
            return word;
        }

        if (Format != CorpusFormat.V3)
        {
            return TokenMove.Of(word, interval);
        }

        TokenMeaning meaning = TokenGrammar.Read(word);
        return meaning.Kind != TokenKind.Pitch ? word
            : interval.Move(new Pitch(meaning.Letter, meaning.Alteration ?? key.Alteration(meaning.Letter), meaning.Octave)) is { } pitch
                ? NoteText.Sharp(pitch)
            : null;
    }

    private void ReadBeginning()
    {
        BeginningFields fields = BeginningFields.Read(text);
        Key key = Heading(fields, isTokens: false);
        string meter = "4/4";
        string shownMeter = Meter.Free.Text;
        string unit = "1/8";
        foreach (BeginningField field in fields.All)
        {
            switch (field.Name)
            {
                case 'M':
                    meter = field.Value;
                    shownMeter = meter;
                    break;
                case 'L':
                    // As a token it is written out, and the notes are counted in eighths.
                    unit = vocabulary.TryFind("L:" + field.Value, out _) ? unit : field.Value;
                    break;
                case 'T' when Title is null && field.Value.Length > 0:
                    Title = field.Value;
                    break;
            }
        }

        for (int from = fields.Body; from <= text.Length; )
        {
            int star = text.IndexOf(PrimeText.Drawn, from, StringComparison.Ordinal);
            int to = star < 0 ? text.Length : star;
            ReadMusic(from, to, meter, unit, key);
            if (star >= 0)
            {
                tokens.Add(null);
            }

            from = to + 1;
        }

        if (faults.Count == 0 && !tokens.Contains(null))
        {
            Whole = $"X:1\nM:{shownMeter}\nL:{unit}\nK:{key}\n{text[fields.Body..].Trim()}\n";
        }
    }

    /// <summary>Takes meter and key, in this order as the networks have them, and gives the key that the notes stand in.</summary>
    private Key Heading(BeginningFields fields, bool isTokens)
    {
        foreach (BeginningField field in fields.All)
        {
            switch (field.Name)
            {
                case 'M':
                    TakeMeter(field.Value, field.From, field.To);
                    break;
                case BeginningFields.Drawn:
                    tokens.Add(null);
                    break;
            }
        }

        Key? key = null;
        foreach (BeginningField field in fields.All)
        {
            key = field.Name == 'K' ? TakeKey(field, isWhole: false) : key;
            if (field.Name == 'L' && !TryAdd("L:" + field.Value) && (isTokens ? field.Value != "1/8" : UnitText.Parse(field.Value) is null))
            {
                Fault(field.From, field.To, $"'{text[field.From..field.To]}' is no unit note length here: write one such as L:1/8.");
            }
        }

        if (key is null && notes is { } tonic)
        {
            Tonic = tonic;
            interval = Interval.Between(tonic, C);
            key = new Key(tonic, Mode.Major);
            if (interval != default && !string.IsNullOrWhiteSpace(text[fields.Body..]))
            {
                remarks.Add($"the notes are read in {tonic} and moved {How(interval)}");
            }
        }

        return key ?? Key.CMajor;
    }

    private void TakeMeter(string written, int from, int to)
    {
        Meter? meter = Meter.Parse(written);
        if (TryAdd("M:" + written) || (meter is not null && TryAdd("M:" + meter.Numbers)))
        {
            return;
        }

        if (meter is not null && vocabulary.TryFind(meter, out Token token))
        {
            tokens.Add(token);
            remarks.Add($"M:{written} is read as {vocabulary[token]}");
            return;
        }

        Lacks(from, to, "M:" + written, NoToken);
    }

    private Key? TakeKey(BeginningField field, bool isWhole)
    {
        string word = "K:" + field.Value;
        Key? key = KeyText.Parse(field.Value).Key;
        if (key is not null && (!isWhole || key.Tonic == C) && TryAdd(word))
        {
            Tonic = key.Tonic;
            home = Tonic ?? C;
            return new Key(home, key.Mode);
        }

        if (key is null or { Mode: Mode.None } or { HasExplicitAccidentals: true })
        {
            Lacks(field.From, field.To, word, NoToken);
            return null;
        }

        Tonic = key.Tonic ?? notes;
        Tonic tonic = Tonic ?? C;
        interval = Interval.Between(tonic, C);
        string token = Format == CorpusFormat.V3 ? $"K:{new Key(null, key.Mode)}" : $"K:{new Key(C, key.Mode)}";
        if (!TryAdd(token))
        {
            Lacks(
                field.From,
                field.To,
                word,
                word == token ? "is no token of this model" : $"would be {token}, and that is no token of this model"
            );
            return null;
        }

        string typed = text[field.From..field.To].Split('%')[0].Trim();
        if (key.Tonic != C)
        {
            remarks.Add(interval == default ? $"{typed} is read as {token}" : $"{typed} is read as {token} and moved {How(interval)}");
        }

        return new Key(tonic, key.Mode);
    }

    private static string How(Interval interval)
    {
        string size = Math.Abs(interval.Semitones) switch
        {
            0 => "to its other spelling",
            1 => "a semitone",
            2 => "a tone",
            3 => "a minor third",
            4 => "a major third",
            5 => "a fourth",
            6 => "a tritone",
            _ => "a fifth",
        };
        return interval.Semitones switch
        {
            0 => size,
            < 0 => "down " + size,
            _ => "up " + size,
        };
    }

    private void ReadMusic(int from, int to, string meter, string unit, Key key)
    {
        string music = text[from..to].Replace('\r', ' ').Replace('\n', ' ');
        if (string.IsNullOrWhiteSpace(music))
        {
            return;
        }

        if (TuneReader.Read($"X:1\nM:{meter}\nL:{unit}\nK:{key}\n{music}\n").Tunes is not [{ } tune])
        {
            Fault(from, to, "This cannot be read as music: type tokens with blanks between, or ABC.");
            return;
        }

        const int MusicLine = 5;
        int At(SourcePosition position) => position.Line == MusicLine ? Math.Min(from + position.Column - 1, to - 1) : from;
        foreach (Finding finding in tune.Findings)
        {
            if (!finding.IsHarmless)
            {
                int at = At(new SourcePosition(finding.Line, finding.Column));
                Fault(at, WordEnd(at, to), finding.Text);
            }
        }

        TransposedTune moved = Transposer.ForTokens(tune, home);
        if (moved.Tune is null)
        {
            Fault(from, to, $"This cannot be moved to {home}. {moved.Reason}");
            return;
        }

        Take(moved.Tune, At, to);
    }

    private void ReadWhole(bool firstVoice)
    {
        if (TuneReader.Read(text).Tunes is not [{ } tune, ..])
        {
            Fault(0, text.Length, "This is no tune: in ABC it has a K: field and music after it.");
            return;
        }

        Title = tune.Title;
        int[] lines = LineStarts();
        int At(SourcePosition position) =>
            Math.Clamp(lines[Math.Clamp(position.Line, 1, lines.Length) - 1] + position.Column - 1, 0, Math.Max(0, text.Length - 1));
        foreach (Finding finding in tune.Findings)
        {
            if (!finding.IsHarmless)
            {
                int at = At(new SourcePosition(finding.Line, finding.Column));
                Fault(at, WordEnd(at, text.Length), finding.Text);
            }
        }

        if (faults.Count > 0)
        {
            return;
        }

        if (firstVoice)
        {
            tune = tune with { Voices = [tune.Voices[0]], ExpandedVoices = [tune.Voices[0]] };
        }

        TokenizedTune tokenized = TuneTokenizer.Tokenize(tune, Format, C);
        if (tokenized.Tokens is null)
        {
            int at = tokenized.Position is { } place ? At(place) : 0;
            Fault(
                at,
                tokenized.Position is null ? text.Length : WordEnd(at, text.Length),
                $"The tune cannot be written in the model's tokens: {tokenized.Reason}{(tokenized.Detail is { } detail ? $" ({detail})" : "")}."
            );
            return;
        }

        (int From, int To) Line(char name)
        {
            int at = TuneTokenizer.FieldOf(tune, name) is { } place ? At(place) : 0;
            return (at, LineEnd(at));
        }

        (int From, int To) meter = Line('M');
        TakeMeter(tune.Meter.Text, meter.From, meter.To);
        (int From, int To) key = Line('K');
        TakeKey(new BeginningField('K', tune.Key.ToString(), key.From, key.To), isWhole: true);
        Take(Transposer.ForTokens(tune, C).Tune!, At, text.Length);
        Whole = faults.Count == 0 ? text : null;
    }

    private void Take(Tune tune, Func<SourcePosition, int> at, int end)
    {
        List<SourcePosition> positions = [];
        IReadOnlyList<string> written = TuneTokenizer.Tokens(tune, Format, positions);
        for (int place = TuneTokenizer.HeaderTokens; place < written.Count; place++)
        {
            if (!TryAdd(written[place]))
            {
                int from = at(positions[place]);
                Lacks(from, WordEnd(from, end), written[place], Becomes);
            }
        }
    }

    private bool TryAdd(string word)
    {
        bool isKnown = vocabulary.TryFind(word, out Token token);
        if (isKnown || word == PrimeText.Drawn)
        {
            tokens.Add(isKnown ? token : null);
        }

        return isKnown || word == PrimeText.Drawn;
    }

    private void Lacks(int from, int to, string word, string what)
    {
        IReadOnlyList<string> nearest = PrimeText.Nearest(word, vocabulary);
        faults.Add(new TextFault(from, to, word, $"'{word}' {what}; the nearest are {string.Join("  ", nearest)}.", nearest));
    }

    private void Fault(int from, int to, string message) => faults.Add(new TextFault(from, to, text[from..to], message, []));

    private int WordEnd(int from, int end)
    {
        int to = from;
        while (to < end && !char.IsWhiteSpace(text[to]))
        {
            to++;
        }

        return Math.Min(Math.Max(to, from + 1), text.Length);
    }

    private int LineEnd(int from)
    {
        int end = text.AsSpan(from).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : from + end;
    }

    private IEnumerable<(int From, int To)> Words(int from)
    {
        for (int at = from; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            int end = WordEnd(at, text.Length);
            yield return (at, end);
            at = end;
        }
    }

    private int[] LineStarts()
    {
        List<int> starts = [0];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }
}
