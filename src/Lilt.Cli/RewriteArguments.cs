using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
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
    public Argument<string?> File { get; } =
        new("FILE")
        {
            Description = "ABC, folk-rnn token text or a tune of 'lilt generate'; - is standard input. Or --tokens.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary><c>--tokens</c>.</summary>
    public Option<string?> Tokens { get; } =
        new("--tokens") { Description = "The tune as tokens with blanks between, in place of FILE.", HelpName = "\"M:6/8 K:Cdor …\"" };

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

    /// <summary><c>--another-ending</c>.</summary>
    public Option<bool> OtherEnding { get; } = new("--another-ending") { Description = "Have the last two measures close otherwise." };

    /// <summary><c>--continue</c>.</summary>
    public Option<int?> Continue { get; } =
        new("--continue") { Description = "Keep the measures before this one, and write on to the end of the tune.", HelpName = "9" };

    /// <summary><c>--octaves</c>.</summary>
    public Option<bool> Octaves { get; } =
        new("--octaves")
        {
            Description = "Write nothing: move what goes over --range by octaves, the whole tune, measures or notes, as few as can be.",
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
            Description =
                "Write only notes of "
                + string.Join(", ", Instrument.All.Select(of => $"{of.Name} ({of.Range})"))
                + ", or from one note to another.",
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

    /// <summary><c>--take</c>.</summary>
    public Option<int?> Take { get; } = new("--take") { Description = "Give this offer alone, from 1.", HelpName = "N" };

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
    public Option<OfferFormats> Format { get; } =
        ChoiceOption.Create<OfferFormats>("--format", "abc (default): a tune each offer; tokens: one a line.");

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
                    Tokens,
                    Which,
                    Bars,
                    End,
                    OtherEnding,
                    Continue,
                    Octaves,
                    Lock,
                    Range,
                    Offers,
                    Take,
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
        (string? bars, string? end, int? on) = (parsed.GetValue(Bars), parsed.GetValue(End), parsed.GetValue(Continue));
        bool isOther = parsed.GetValue(OtherEnding);
        if (new[] { bars is not null, end is not null, on is not null, isOther }.Count(asked => asked) != 1)
        {
            throw new InputException(
                "say what is to be written, one of: --bars 5-8 for measures, --end 5 for an end from measure 5 on, --another-ending, --continue 9."
            );
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
                throw new InputException("--lock is for --bars: all else is written from its first measure on.");
            }

            if (isOther)
            {
                return RewriteTask.OtherEnding(vocabulary, tokens);
            }

            if (on is { } measure)
            {
                return RewriteTask.Continuing(vocabulary, tokens, measure - 1);
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
            Temperature = AskedGeneration.Temperature(new ParsedOptions(parsed)),
            Threads = WholeNumber.ThreadsOf(parsed, generation.Threads),
            Candidates = candidates,
            MostCandidates = 4 * candidates,
            Offers = (int)WholeNumber.InRange("--offers", parsed.GetValue(Offers), 1, 1 << 16),
            Range = RangeOf(parsed, tune, tokens, vocabulary),
        };
    }

    /// <summary>The range asked for, as the tokens sound; null where none was.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public PitchRange? RangeOf(ParseResult parsed, Tune tune, IReadOnlyList<Token> tokens, Vocabulary vocabulary) =>
        parsed.GetValue(Range) is { } range ? RangeOf(range).Up(-Shift(tune, tokens, vocabulary)) : null;

    /// <summary>Those of some offers that are asked for, each with its number.</summary>
    /// <exception cref="InputException">There is no such offer.</exception>
    public IEnumerable<(T Offer, int Number)> Taken<T>(ParseResult parsed, IReadOnlyList<T> offers) =>
        parsed.GetValue(Take) is { } take
            ? [(offers[(int)WholeNumber.InRange("--take", take, 1, offers.Count) - 1], take)]
            : offers.Select((offer, n) => (offer, n + 1));

    /// <summary>The key asked for; null where none was.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public KeyOption? KeyOf(ParseResult parsed) => KeyOption.Read(parsed.GetValue(Key));

    /// <summary>What was asked for, for a title.</summary>
    public string What(ParseResult parsed) =>
        parsed.GetValue(Bars) is { } bars ? $"measures {bars} written again"
        : parsed.GetValue(Continue) is { } on ? string.Create(CultureInfo.InvariantCulture, $"written on from measure {on}")
        : parsed.GetValue(OtherEnding) ? "another ending"
        : $"another end from measure {parsed.GetValue(End)}";

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
        PitchRange.TryParse(text, out PitchRange? range)
            ? range
            : throw new InputException(
                $"--range is '{text}': give {string.Join(", ", Instrument.All.Select(of => of.Name))}, or two notes in ABC, such as D-b."
            );

    // By how much the tune sounds higher than its tokens, in semitones.
    private static int Shift(Tune tune, IReadOnlyList<Token> tokens, Vocabulary vocabulary)
    {
        Tune read = TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', tokens.Select(token => vocabulary[token]))}").Tunes[0];
        return First(tune) - First(read);

        static int First(Tune of) => of.Voices[0].Elements.OfType<Note>().FirstOrDefault()?.Pitch.SemitonesAboveMiddleC ?? 0;
    }
}
