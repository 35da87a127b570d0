using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;

namespace Lilt.Cli;

/// <summary><c>lilt generate</c>: makes a network write tunes.</summary>
internal static class GenerateVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        GenerationArguments arguments = new();
        Option<TuneFormats> format = ChoiceOption.Create<TuneFormats>(
            "--format",
            "abc (default): tunes that other programs read; tokens: one tune a line; json: an array with seeds and tokens."
        );
        Option<bool> json = new("--json") { Description = "The same as --format json." };
        Option<string?> key = new("--key")
        {
            Description =
                "Write the tunes in another key (with --format abc): a note such as D, or a key such as \"D dorian\", whose mode is then asked for. Default: that of --prime.",
            HelpName = "\"D dorian\"",
        };
        Option<string?> output = new("--out") { Description = "Write to a file in place of standard output.", HelpName = "FILE" };
        Command command = new(
            "generate",
            "Writes tunes. Tune n, from 0, is drawn with seed + n, so any tune can be made again alone.\n"
                + "Example: lilt generate --seed 42 --tunes 5 --prime \"M:6/8 K:Cdor\" --format abc"
        );
        Option<bool> resume = TunesFile.Resume();
        arguments.AddTo(command, arguments.First, format, json, key, output, resume);
        command.SetAction(
            (parsed, cancellation) =>
            {
                Model network = ModelOption.Read(parsed.GetValue(arguments.Model));
                KeyOption? asked = KeyOption.Read(parsed.GetValue(key));
                TuneFormats chosen = parsed.GetValue(json) ? TuneFormats.Json : parsed.GetValue(format);
                if (asked is not null && chosen != TuneFormats.Abc)
                {
                    throw new InputException("--key transposes what --format abc writes; leave it out with other formats.");
                }

                GenerationOptions options = AskedGeneration.Read(new ParsedOptions(parsed), network.Vocabulary);
                options = options with { Prime = asked?.Prime(options.Prime, network.Vocabulary) ?? options.Prime };
                Tonic? tonic = asked?.Tonic ?? AskedGeneration.Prime(new ParsedOptions(parsed), network.Vocabulary).Tonic;
                tonic = tonic == Key.CMajor.Tonic ? null : tonic;

                CompiledPlan? compiled = PlanOption.Read(parsed.GetValue(arguments.Plan), network);
                TuneText text = new(chosen, network, tonic);
                InvocationConfiguration streams = parsed.InvocationConfiguration;
                if (parsed.GetValue(output) is not { } path)
                {
                    if (parsed.GetValue(resume))
                    {
                        throw new InputException(
                            "--resume goes on with a file: name it with --out, or take up a run on standard output with --first."
                        );
                    }

                    ToStream(streams, Tunes(network, options, compiled, cancellation), options, text, cancellation);
                    return Task.FromResult(CommandLine.Done);
                }

                using TunesFile file = new(
                    path,
                    parsed.GetValue(resume),
                    network,
                    options,
                    compiled,
                    CommandText.Of(parsed),
                    ("format", JsonText.Name(chosen)),
                    ("key", chosen == TuneFormats.Abc ? tonic?.ToString() ?? string.Empty : string.Empty)
                );
                ToFile(
                    file,
                    file.IsWhole ? [] : Tunes(network, file.Left, compiled, cancellation),
                    options,
                    text,
                    streams.Error,
                    cancellation
                );
                return Task.FromResult(CommandLine.Done);
            }
        );
        return command;
    }

    private static IEnumerable<GeneratedTune> Tunes(
        Model model,
        GenerationOptions options,
        CompiledPlan? plan,
        CancellationToken cancellation
    ) =>
        plan is null
            ? TuneGenerator.Generate(model, options, cancellation)
            : TuneGenerator.Generate(new OperatedModel(model, plan), options, cancellation);

    /// <summary>Writes every tune as soon as it is whole; when stopped, the file can be gone on with.</summary>
    private static void ToFile(
        TunesFile file,
        IEnumerable<GeneratedTune> tunes,
        GenerationOptions options,
        TuneText text,
        TextWriter messages,
        CancellationToken cancellation
    )
    {
        if (file.ThrownAway.Length > 0)
        {
            messages.WriteLine(file.ThrownAway);
        }

        try
        {
            using (
                StreamWriter writer = new(file.File.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
                {
                    NewLine = "\n",
                }
            )
            {
                void Kept(GeneratedTune tune)
                {
                    writer.Flush();
                    file.Keep(tune.Tokens.Count - 1);
                }

                writer.Write(file.Whole == 0 ? text.Head : string.Empty);
                Write(writer, tunes, options, text, file.Whole, Kept, cancellation);
                writer.Write(text.Foot);
            }

            file.File.Complete();
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

    /// <summary>Writes every tune as soon as it is whole; when stopped, ends after a whole tune and says how to go on.</summary>
    private static void ToStream(
        InvocationConfiguration streams,
        IEnumerable<GeneratedTune> tunes,
        GenerationOptions options,
        TuneText text,
        CancellationToken cancellation
    )
    {
        int whole = 0;
        TextWriter writer = streams.Output;
        writer.Write(text.Head);
        try
        {
            Write(writer, tunes, options, text, whole: 0, _ => whole++, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            writer.Write(text.Foot);
            writer.Flush();
            throw new StoppedException(GenerationArguments.Stopped(options, whole));
        }

        writer.Write(text.Foot);
        writer.Flush();
    }

    private static void Write(
        TextWriter writer,
        IEnumerable<GeneratedTune> tunes,
        GenerationOptions options,
        TuneText text,
        int whole,
        Action<GeneratedTune> written,
        CancellationToken cancellation
    ) =>
        ProgressDisplay.Run(
            "Writing tunes",
            options.Tunes,
            progress =>
            {
                long tokens = 0;
                long began = Stopwatch.GetTimestamp();
                foreach (GeneratedTune tune in tunes)
                {
                    writer.Write(text.Of(tune, isFirst: whole == 0));
                    written(tune);
                    whole++;
                    tokens += tune.Tokens.Count - 1;
                    progress.Report(
                        whole,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{whole:N0} of {options.Tunes:N0}, {tokens / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} tokens/s"
                        )
                    );
                    cancellation.ThrowIfCancellationRequested();
                }

                return whole;
            }
        );
}
