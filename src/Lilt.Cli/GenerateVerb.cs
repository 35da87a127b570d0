using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Operations;

namespace Lilt.Cli;

/// <summary><c>lilt generate</c>: makes a network write tunes.</summary>
internal static class GenerateVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        GenerationArguments arguments = new();
        Option<TuneFormats> format = new("--format")
        {
            Description = "tokens: one tune a line; abc: tunes that other programs read; json: an array with seeds and tokens.",
            DefaultValueFactory = _ => TuneFormats.Abc,
        };
        Option<bool> json = new("--json") { Description = "The same as --format json." };
        Option<string?> key = new("--key") { Description = "Write the tunes in another key, the mode kept (with --format abc).", HelpName = "G" };
        Option<string?> output = new("--out") { Description = "Write to a file in place of standard output.", HelpName = "FILE" };
        Command command = new(
            "generate",
            "Writes tunes. Tune n, from 0, is drawn with seed + n, so any tune can be made again alone.\n"
            + "Example: lilt generate --seed 42 --tunes 5 --prime \"M:6/8 K:Cdor\" --format abc");
        arguments.AddTo(command, format, json, key, output);
        command.SetAction((parsed, cancellation) =>
        {
            Model network = ModelOption.Read(parsed.GetValue(arguments.Model));
            GenerationOptions options = arguments.Options(parsed, network.Vocabulary);
            TuneFormats chosen = parsed.GetValue(json) ? TuneFormats.Json : parsed.GetValue(format);
            if (parsed.GetValue(key) is not null && chosen != TuneFormats.Abc)
            {
                throw new InputException("--key transposes what --format abc writes; leave it out with other formats.");
            }

            CompiledPlan? compiled = PlanOption.Read(parsed.GetValue(arguments.Plan), network);
            TuneText text = new(chosen, network, Key(parsed.GetValue(key)));
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            return Task.FromResult(parsed.GetValue(output) is { } path
                ? ToFile(path, Tunes(network, options, compiled, cancellation), options, text, streams, cancellation)
                : ToStream(streams.Output, Tunes(network, options, compiled, cancellation), options, text, streams, cancellation));
        });
        return command;
    }

    private static IEnumerable<GeneratedTune> Tunes(Model model, GenerationOptions options, CompiledPlan? plan, CancellationToken cancellation) =>
        plan is null
            ? TuneGenerator.Generate(model, options, cancellation)
            : TuneGenerator.Generate(new OperatedModel(model, plan), options, cancellation);

    private static Tonic? Key(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Tonic.TryParse(text, out Tonic tonic)
            ? tonic
            : throw new InputException($"--key is '{text}': give a note such as G, F#, Bb; the tune's mode is kept.");
    }

    private static int ToFile(
        string path, IEnumerable<GeneratedTune> tunes, GenerationOptions options, TuneText text, InvocationConfiguration streams, CancellationToken cancellation)
    {
        int code = CommandLine.Done;
        TextFile.Replace(path, writer => code = ToStream(writer, tunes, options, text, streams, cancellation));
        return code;
    }

    /// <summary>Writes every tune as soon as it is whole; when stopped, ends after a whole tune and says how to go on.</summary>
    private static int ToStream(
        TextWriter writer, IEnumerable<GeneratedTune> tunes, GenerationOptions options, TuneText text, InvocationConfiguration streams, CancellationToken cancellation)
    {
        int written = 0;
        writer.Write(text.Head);
        try
        {
            ProgressDisplay.Run("Writing tunes", options.Tunes, progress =>
            {
                long tokens = 0;
                long began = Stopwatch.GetTimestamp();
                foreach (GeneratedTune tune in tunes)
                {
                    writer.Write(text.Of(tune, isFirst: written == 0));
                    written++;
                    tokens += tune.Tokens.Count - 1;
                    progress.Report(written, string.Create(
                        CultureInfo.InvariantCulture, $"{written:N0} of {options.Tunes:N0}, {tokens / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} tokens/s"));
                    cancellation.ThrowIfCancellationRequested();
                }

                return written;
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && written > 0)
        {
            writer.Write(text.Foot);
            writer.Flush();
            streams.Error.WriteLine(GenerationArguments.Stopped(options, written));
            return CommandLine.Failed;
        }

        writer.Write(text.Foot);
        writer.Flush();
        return CommandLine.Done;
    }
}
