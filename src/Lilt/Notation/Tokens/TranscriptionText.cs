namespace Lilt.Notation.Tokens;

/// <summary>
/// A transcription or the beginning of one as a person types it: a model's tokens or ABC, with all that cannot be read. Immutable.
/// </summary>
/// <remarks>
/// Tokens have blanks between. ABC is a whole tune, which begins with <c>X:</c> or <c>T:</c> and is moved to C, the tonic of the models'
/// keys; or a beginning: fields that are tokens of the model (<c>M:6/8 K:Cdor</c>), then music as it stands. In both, <c>*</c> takes a
/// drawn token, but not inside a whole tune.
/// </remarks>
public sealed class TranscriptionText
{
    private static readonly string[] FieldStarts = ["M:", "K:", "L:"];

    private readonly string text;
    private readonly Vocabulary vocabulary;
    private readonly List<Token?> tokens = [];
    private readonly List<TextFault> faults = [];

    private TranscriptionText(string text, Vocabulary vocabulary)
    {
        this.text = text;
        this.vocabulary = vocabulary;
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

    /// <summary>Reads a text whichever way it is written.</summary>
    /// <param name="text">The text; empty for no tokens.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="firstVoice">Whether of a whole tune of several voices the first is taken; else such a tune is refused.</param>
    public static TranscriptionText Parse(string text, Vocabulary vocabulary, bool firstVoice = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (IsWholeTune(text))
        {
            TranscriptionText whole = new(text, vocabulary);
            whole.ReadWhole(firstVoice);
            return whole;
        }

        TranscriptionText asTokens = new(text, vocabulary);
        asTokens.ReadTokens();
        if (asTokens.faults.Count == 0)
        {
            return asTokens;
        }

        TranscriptionText asAbc = new(text, vocabulary);
        asAbc.ReadBeginning();

        // With faults either way: a text most of whose words after the fields are tokens was meant as tokens.
        int music = asTokens.tokens.Count(token =>
            token is not { } known || TokenKinds.Of(vocabulary, known) is not (TokenKind.Meter or TokenKind.Key or TokenKind.Unit)
        );
        return asAbc.faults.Count == 0 || asTokens.faults.Count > music ? asAbc : asTokens;
    }

    private static bool IsWholeTune(string text) => text.Split('\n').Any(line => line.TrimStart() is ['X' or 'T', ':', ..]);

    private void ReadTokens()
    {
        bool first = true;
        foreach ((int from, int to) in Words(0))
        {
            string word = text[from..to];
            if (!TryAdd(word) && !(first && word == Vocabulary.StartText))
            {
                Lacks(from, to, word, "is no token of this model");
            }
            else if (first && tokens is [{ } start] && start == vocabulary.Start)
            {
                tokens.Clear();
            }

            first = false;
        }
    }

    private void ReadBeginning()
    {
        string meter = "4/4";
        string shownMeter = Meter.Free.Text;
        string key = "C";
        int body = 0;
        foreach ((int from, int to) in Words(0))
        {
            string word = text[from..to];
            if (!FieldStarts.Any(start => word.StartsWith(start, StringComparison.Ordinal)))
            {
                break;
            }

            (meter, key) = word[0] switch
            {
                'M' => (word[2..], key),
                'K' => (meter, word[2..]),
                _ => (meter, key),
            };
            if (!TryAdd(word))
            {
                Lacks(from, to, word, "is no token of this model");
            }

            shownMeter = word[0] == 'M' ? meter : shownMeter;
            body = to;
        }

        for (int from = body; from <= text.Length; )
        {
            int star = text.IndexOf(PrimeText.Drawn, from, StringComparison.Ordinal);
            int to = star < 0 ? text.Length : star;
            ReadMusic(from, to, meter, key);
            if (star >= 0)
            {
                tokens.Add(null);
            }

            from = to + 1;
        }

        if (faults.Count == 0 && !tokens.Contains(null))
        {
            Whole = $"X:1\nM:{shownMeter}\nL:1/8\nK:{key}\n{text[body..].Trim()}\n";
        }
    }

    private void ReadMusic(int from, int to, string meter, string key)
    {
        string music = text[from..to].Replace('\r', ' ').Replace('\n', ' ');
        if (string.IsNullOrWhiteSpace(music))
        {
            return;
        }

        if (TuneReader.Read($"X:1\nM:{meter}\nL:1/8\nK:{key}\n{music}\n").Tunes is not [{ } tune])
        {
            Fault(from, to, "This cannot be read as music: type tokens with blanks between, or ABC.");
            return;
        }

        const int MusicLine = 5;
        foreach (Finding finding in tune.Findings)
        {
            if (!finding.IsHarmless)
            {
                int at = finding.Line == MusicLine ? Math.Min(from + finding.Column - 1, to - 1) : from;
                Fault(at, WordEnd(at, to), finding.Text);
            }
        }

        Take(tune, position => position.Line == MusicLine ? Math.Min(from + position.Column - 1, to - 1) : from, to, withHeader: false);
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

        TokenizedTune tokenized = TuneTokenizer.Tokenize(tune, Format, new Tonic(Letter.C, 0));
        if (tokenized.Tokens is null)
        {
            Fault(
                0,
                text.Length,
                $"The tune cannot be written in the model's tokens: {tokenized.Reason}{(tokenized.Detail is { } detail ? $" ({detail})" : "")}."
            );
            return;
        }

        Take(Transposer.To(tune, new Tonic(Letter.C, 0)).Tune!, At, text.Length, withHeader: true);
        Whole = faults.Count == 0 ? text : null;
    }

    private CorpusFormat Format => vocabulary.TryFind("K:maj", out _) ? CorpusFormat.V3 : CorpusFormat.V2;

    private void Take(Tune tune, Func<SourcePosition, int> at, int end, bool withHeader)
    {
        List<SourcePosition> positions = [];
        IReadOnlyList<string> written = TuneTokenizer.Tokens(tune, Format, positions);
        for (int place = withHeader ? 0 : TuneTokenizer.HeaderTokens; place < written.Count; place++)
        {
            if (!TryAdd(written[place]))
            {
                int from = at(positions[place]);
                Lacks(from, WordEnd(from, end), written[place], "is what this becomes, and it is no token of this model");
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
