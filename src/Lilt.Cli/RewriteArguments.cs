using System.CommandLine;
using System.Globalization;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Rewriting;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt rewrite</c>.</summary>
internal sealed class RewriteArguments
{
    private readonly GenerationArguments generation = new();

    /// <summary>The file.</summary>
    public Argument<string> File { get; } =
        new("FILE") { Description = "ABC, folk-rnn token text or a tune of 'lilt generate'; - is standard input." };

    /// <summary><c>--model</c>.</summary>
    public Option<string?> Model => generation.Model;

    /// <summary><c>--tune</c>.</summary>
    public Option<int> Which { get; } =
        new("--tune")
        {
            Description = "Which tune of the file, from 1.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };

    /// <summary><c>--bars</c>.</summary>
    public Option<string?> Bars { get; } =
        new("--bars") { Description = "The measures to write again, as 'lilt count' numbers them.", HelpName = "5-8" };

    /// <summary><c>--end</c>.</summary>
    public Option<string?> End { get; } =
        new("--end")
        {
            Description = "Write an end: keep the measures before this one, and close its section when it has so many, 8 unless given.",
            HelpName = "5[:8]",
        };

    /// <summary><c>--lock</c>.</summary>
    public Option<string[]> Lock { get; } =
        new("--lock")
        {
            Description = "Leave a measure as it is, or its n-th note: a chord, a tuplet or a dotted pair is one. May be given often.",
            HelpName = "6|6.2",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary><c>--range</c>.</summary>
    public Option<string?> Range { get; } =
        new("--range")
        {
            Description = "Write only notes of whistle or flute (D-d'), fiddle (G,-b'), voice (A,-e), or from one note to another.",
            HelpName = "whistle|D-b",
        };

    /// <summary><c>--offers</c>.</summary>
    public Option<int> Offers { get; } =
        new("--offers")
        {
            Description = "How many different ways, at the most.",
            DefaultValueFactory = _ => 4,
            HelpName = "K",
        };

    /// <summary><c>--candidates</c>.</summary>
    public Option<int> Candidates { get; } =
        new("--candidates")
        {
            Description = "Ways drawn from what stands before, of which the offers are taken; four times as many where few lead on well.",
            DefaultValueFactory = _ => 256,
            HelpName = "N",
        };

    /// <summary><c>--weigh</c>.</summary>
    public Option<int> Weigh { get; } =
        new("--weigh")
        {
            Description = "How many measures after the written ones say how well they lead on; 0 for none.",
            DefaultValueFactory = _ => RewriteOptions.DefaultWeighed,
            HelpName = "N",
        };

    /// <summary><c>--format</c>.</summary>
    public Option<TuneFormats> Format { get; } =
        ChoiceOption.Create<TuneFormats>("--format", "abc (default): a tune each offer; tokens: one a line.");

    /// <summary><c>--key</c>.</summary>
    public Option<string?> Key { get; } =
        new("--key")
        {
            Description = "The key of the ABC: a note such as D or Bb, or D dorian; the mode is kept. Default: the tune's own.",
            HelpName = "D",
        };

    /// <summary><c>--out</c>.</summary>
    public Option<string?> Out { get; } =
        new("--out") { Description = "Where to write; standard output when it is not given.", HelpName = "FILE" };

    /// <summary>Gives them to the verb.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(File);
        foreach (
            Option option in (Option[])
                [
                    Model,
                    Which,
                    Bars,
                    End,
                    Lock,
                    Range,
                    Offers,
                    Candidates,
                    Weigh,
                    generation.Seed,
                    generation.Temperature,
                    Format,
                    Key,
                    Out,
                    generation.Threads,
                ]
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The tune that was meant.</summary>
    public Tune Tune(ParseResult parsed, IReadOnlyList<Tune> tunes) =>
        tunes[(int)WholeNumber.InRange("--tune", parsed.GetValue(Which), 1, tunes.Count) - 1];

    /// <summary>What is to be written.</summary>
    /// <exception cref="InputException">Nothing that can be.</exception>
    public RewriteTask Task(ParseResult parsed, Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        (string? bars, string? end) = (parsed.GetValue(Bars), parsed.GetValue(End));
        if (bars is null == end is null)
        {
            throw new InputException("say which measures are to be written again: --bars 5-8, or --end 5 for an end from measure 5 on.");
        }

        NoteLock[] locks = [.. (parsed.GetValue(Lock) ?? []).Select(LockOf)];
        try
        {
            if (bars is not null)
            {
                (int first, int last) = Numbers("--bars", bars, '-', null);
                int weigh = (int)WholeNumber.InRange("--weigh", parsed.GetValue(Weigh), 0, int.MaxValue);
                return RewriteTask.Of(vocabulary, tokens, first, last, locks, weigh);
            }

            if (locks.Length > 0)
            {
                throw new InputException("--lock is for --bars: an end is written from its first measure on.");
            }

            (int from, int length) = Numbers("--end", end!, ':', 8);
            return RewriteTask.Ending(vocabulary, tokens, from - 1, length);
        }
        catch (RewriteRefusedException refused)
        {
            throw new InputException(refused.Message);
        }
    }

    /// <summary>How it is to be written.</summary>
    public RewriteOptions Options(ParseResult parsed, Tune tune, IReadOnlyList<Token> tokens, Vocabulary vocabulary)
    {
        int candidates = (int)WholeNumber.InRange("--candidates", parsed.GetValue(Candidates), 1, 1 << 16);
        return new RewriteOptions
        {
            Seed = WholeNumber.SeedOf(parsed, generation.Seed),
            Temperature = generation.TemperatureOf(parsed),
            Threads = WholeNumber.ThreadsOf(parsed, generation.Threads),
            Candidates = candidates,
            MostCandidates = 4 * candidates,
            Offers = (int)WholeNumber.InRange("--offers", parsed.GetValue(Offers), 1, 1 << 16),
            Range = parsed.GetValue(Range) is { } range ? RangeOf(range).Up(-Shift(tune, tokens, vocabulary)) : null,
        };
    }

    /// <summary>The key asked for; null where none was.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public KeyOption? KeyOf(ParseResult parsed) => KeyOption.Read(parsed.GetValue(Key));

    /// <summary>What was asked for, for a title.</summary>
    public string What(ParseResult parsed) =>
        parsed.GetValue(Bars) is { } bars ? $"measures {bars} written again" : $"another end from measure {parsed.GetValue(End)}";

    private static NoteLock LockOf(string text)
    {
        string[] parts = text.Split('.');
        return
            parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int measure)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new NoteLock(measure, parts.Length == 1 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture))
            : throw new InputException($"--lock is '{text}': give a measure, such as 6, or one of its notes, such as 6.2.");
    }

    private static (int First, int Last) Numbers(string option, string text, char between, int? otherwise)
    {
        string[] parts = text.Split(between);
        return
            parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
            ? (first, parts.Length == 1 ? otherwise ?? first : last)
            : throw new InputException(
                $"{option} is '{text}': give a measure, such as 5, or {(otherwise is null ? "some, such as 5-8" : "a measure and how many the section has, such as 5:8")}."
            );
    }

    private static PitchRange RangeOf(string text) =>
        text switch
        {
            "whistle" or "flute" => RangeOf("D-d'"),
            "fiddle" => RangeOf("G,-b'"),
            "voice" => RangeOf("A,-e"),
            _ when text.Split('-') is [var low, var high]
                    && PitchOf(low) is { } lowest
                    && PitchOf(high) is { } highest
                    && lowest <= highest => new PitchRange(lowest, highest),
            _ => throw new InputException($"--range is '{text}': give whistle, flute, fiddle, voice, or two notes in ABC, such as D-b."),
        };

    private static int? PitchOf(string text) =>
        TuneReader.Read($"X:1\nK:C\n{text}\n").Tunes is [{ Findings.Count: 0 } tune] && tune.Voices[0].Elements is [Note note, ..]
            ? note.Pitch.SemitonesAboveMiddleC
            : null;

    // By how much the tune sounds higher than its tokens, in semitones.
    private static int Shift(Tune tune, IReadOnlyList<Token> tokens, Vocabulary vocabulary)
    {
        Tune read = TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', tokens.Select(token => vocabulary[token]))}").Tunes[0];
        return First(tune) - First(read);

        static int First(Tune of) => of.Voices[0].Elements.OfType<Note>().FirstOrDefault()?.Pitch.SemitonesAboveMiddleC ?? 0;
    }
}
