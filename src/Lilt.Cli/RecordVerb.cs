using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Cli;

/// <summary><c>lilt record</c>: keeps what happens inside a network while it writes tunes, or reads one.</summary>
internal static class RecordVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        GenerationArguments arguments = new();
        Option<string?> tokens = new("--tokens")
        {
            Description = "Read this transcription in place of writing one; the end token may be left out.",
            HelpName = "\"M:4/4 K:Cmaj …\"",
        };
        Option<string?> abc = new("--abc")
        {
            Description = "Read the first tune of this file, transposed to C, in place of writing one.",
            HelpName = "FILE",
        };
        GivenEdits edits = new();
        Option<string> sites = new("--sites")
        {
            Description = "What to keep: all, or some of i, f, g, o, c, h, logits, posterior with commas between.",
            DefaultValueFactory = _ => "all",
        };
        Option<string> output = new("--out")
        {
            Description = "The .npz file.",
            Required = true,
            HelpName = "FILE.npz",
        };
        Command command = new(
            "record",
            "Keeps every site of every step while the network writes tunes or reads one, operations included, in an .npz file that NumPy opens.\n"
                + "Example: lilt record --seed 42 --out tune.npz"
        );
        Option<bool> resume = TunesFile.Resume();
        arguments.AddTo(command, arguments.First, tokens, abc, edits.Insert, edits.Delete, sites, output, resume);
        command.SetAction(
            (parsed, cancellation) =>
            {
                Model network = ModelOption.Read(parsed.GetValue(arguments.Model));
                GenerationOptions options = AskedGeneration.Read(new ParsedOptions(parsed), network.Vocabulary);
                string? given = Given(parsed.GetValue(tokens), parsed.GetValue(abc), network, parsed.InvocationConfiguration.Error);
                if (given is not null)
                {
                    ThrowIfGiven(parsed, [arguments.Tunes, arguments.First, arguments.Prime, arguments.Mode]);
                    options = options with
                    {
                        Prime = edits.Apply(parsed, Whole(given, network.Vocabulary), network.Vocabulary),
                        Tunes = 1,
                        Mode = DrawMode.Independent,
                    };
                }
                else
                {
                    edits.ThrowIfAsked(parsed);
                }

                CompiledPlan? compiled = PlanOption.Read(parsed.GetValue(arguments.Plan), network);
                IReadOnlyList<SiteKind> kinds = RecordedSites.Parse(parsed.GetValue(sites)!);
                string path = parsed.GetValue(output)!;
                TextWriter error = parsed.InvocationConfiguration.Error;
                using TunesFile file = new(
                    path,
                    parsed.GetValue(resume),
                    network,
                    options,
                    compiled,
                    CommandText.Of(parsed),
                    ("sites", string.Join(' ', kinds.Select(RecordedSites.Name)))
                );
                if (file.ThrownAway.Length > 0)
                {
                    error.WriteLine(file.ThrownAway);
                }

                int steps = Write(
                    file,
                    file.IsWhole
                        ? []
                        : TuneRecordings.Record(network, file.Left, compiled, kinds, CommandText.Version, file.File.Origin, cancellation),
                    options,
                    cancellation
                );
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Whole} tune(s), {steps} steps."));
                return Task.FromResult(CommandLine.Done);
            }
        );
        return command;
    }

    /// <summary>
    /// Writes every tune as soon as it is whole; when stopped, the file can be gone on with. The steps of the tunes that were written now.
    /// </summary>
    private static int Write(TunesFile file, IEnumerable<TuneRecording> tunes, GenerationOptions options, CancellationToken cancellation)
    {
        int steps = 0;
        try
        {
            using RecordingWriter writer = new(file.File, many: options.Tunes > 1);
            ProgressDisplay.Run(
                "Recording",
                options.Tunes,
                progress =>
                {
                    foreach (TuneRecording tune in tunes)
                    {
                        writer.Write(tune);
                        file.Keep(tune.Steps);
                        steps += tune.Steps;
                        progress.Report(file.Whole, string.Create(CultureInfo.InvariantCulture, $"{file.Whole:N0} of {options.Tunes:N0}"));
                    }

                    return steps;
                }
            );
            writer.Complete();
            return steps;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw file.Stopped();
        }
        catch
        {
            file.File.Discard();
            throw;
        }
    }

    // A transcription that is read is one tune, whole, with nothing drawn.
    private static void ThrowIfGiven(ParseResult parsed, IEnumerable<Option> ofWriting)
    {
        if (ofWriting.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new InputException(
                $"{option.Name} is for tunes that the network writes: with --tokens or --abc it reads the one that is given."
            );
        }
    }

    /// <summary>The transcription that is to be read, as tokens; null where the network writes.</summary>
    private static string? Given(string? tokens, string? abc, Model model, TextWriter error)
    {
        if (abc is null)
        {
            return tokens;
        }

        if (tokens is not null)
        {
            throw new InputException("two transcriptions are given: give one, with --tokens or with --abc.");
        }

        Tune first = TuneFiles.ReadAll(abc, error)[0];
        TokenizedTune tokenized = TokensOfTune.Texts(first, model.Vocabulary);
        return tokenized.Tokens is { } texts
            ? string.Join(' ', texts)
            : throw new InputException($"{abc}: the tune cannot be written in the model's tokens: {tokenized.Reason}");
    }

    private static IReadOnlyList<Token?> Whole(string text, Vocabulary vocabulary)
    {
        PrimeText read = PrimeText.Parse(text, vocabulary);
        if (read.Fault is { } fault)
        {
            throw new InputException(fault.ToString());
        }

        if (read.Tokens.Contains(null))
        {
            throw new InputException("a transcription that is read has no '*': every token is given.");
        }

        if (read.Tokens.Count == 0)
        {
            throw new InputException("The text has no tokens.");
        }

        return read.Tokens[^1] == vocabulary.End ? read.Tokens : [.. read.Tokens, vocabulary.End];
    }
}
