using System.CommandLine;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studies.Causes;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt study causes</c>, and what they ask for.</summary>
internal sealed class CausesArguments : StudyArguments
{
    /// <summary><c>--abc</c>.</summary>
    public Option<string?> Abc { get; } =
        new("--abc") { Description = "Use the tunes of a file, ABC or tokens, in place of the model's own.", HelpName = "FILE" };

    /// <summary><c>--tunes</c>.</summary>
    public Option<int> Tunes { get; } =
        new("--tunes")
        {
            Description = "Tunes written under each header: the --prime, or 4/4 and 6/8 in C major as far as the model has them.",
            DefaultValueFactory = _ => new CausesOptions().Tunes,
            HelpName = "N",
        };

    /// <summary><c>--pairs</c>.</summary>
    public Option<int> Pairs { get; } =
        new("--pairs")
        {
            Description = "Interchanges of each set of layers at the main dose, two eighths.",
            DefaultValueFactory = _ => new CausesOptions().Pairs,
            HelpName = "N",
        };

    /// <summary><c>--quick</c>.</summary>
    public Option<bool> Quick { get; } = new("--quick") { Description = "Fewer tunes, no units and no directions: some seconds." };

    /// <inheritdoc/>
    public override StudyKind Kind => CausesStudy.Kind;

    /// <inheritdoc/>
    public override string Description =>
        "Finds out what the network counts, which layer keeps the count, what sets it and what it moves: parts of the network take the state\n"
        + "that they had elsewhere in a measure, and the bar line moves with it or does not. Every interchange has a sham.\n"
        + "Example: lilt study causes --seed 42 --out causes";

    /// <inheritdoc/>
    public override string Heading => "What is counted, and where";

    /// <inheritdoc/>
    public override IEnumerable<Option> All => [.. OfTune, Abc, Tunes, Pairs, Quick, Folder, Force, Generation.Threads];

    /// <inheritdoc/>
    public override StudyWork Begin(ParseResult parsed, Model model, TextWriter messages) =>
        Work(parsed, model, CommandText.Of(parsed), messages);

    /// <inheritdoc/>
    public override StudyWork Again(ParseResult recorded, Model model, string command) => Work(recorded, model, command, TextWriter.Null);

    private StudyWork Work(ParseResult parsed, Model model, string command, TextWriter messages)
    {
        ParsedOptions asked = new(parsed);
        CausesOptions options = OfTuneOf(new CausesOptions(), asked, model, command).With(asked);
        if (parsed.GetValue(Abc) is { } path)
        {
            options = options with { Given = GivenTunes(path, model.Vocabulary, messages) };
        }

        return new StudyWork((progress, cancellation) => CausesStudy.Run(model, options, progress, cancellation));
    }

    // What the model has no tokens for is left out, and told.
    private static List<GivenTune> GivenTunes(string path, Vocabulary vocabulary, TextWriter messages)
    {
        List<GivenTune> tunes = [];
        int left = 0;
        foreach (Tune tune in TuneFiles.ReadAll(path, messages, out string text))
        {
            if (TokensOfTune.Of(tune, vocabulary) is { } tokens)
            {
                tunes.Add(new GivenTune(tokens, WrittenTune.Of(text, tune)));
            }
            else
            {
                left++;
            }
        }

        if (left > 0)
        {
            messages.WriteLine($"lilt: {left} of {left + tunes.Count} tunes of {path} are left out: the model lacks tokens for them.");
        }

        return tunes;
    }
}
