using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Searching;

namespace Lilt.Cli;

/// <summary><c>lilt find</c>: the seeds whose tunes have some tokens.</summary>
internal static class FindVerb
{
    private const int UsualSeeds = 1_000_000;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        GenerationArguments arguments = new();
        Option<string[]> tokens = new("--tokens")
        {
            Description =
                "Tokens that stand in the tune one behind the other, anywhere; with a meter or <s> in front, at its beginning. * stands for any one token. May be given several times: the tune has all of them.",
            HelpName = "\"A D | E 3\"",
        };
        Option<string[]> at = new("--at")
        {
            Description = "Tokens from a step on, the step in front, from 1: the meter is written at step 1. May be given several times.",
            HelpName = "\"75 :|\"",
        };
        Option<long> first = new("--seed")
        {
            Description = "The first seed that is looked at, 0 to 4294967295.",
            DefaultValueFactory = _ => 0,
            HelpName = "N",
        };
        Option<long?> seeds = new("--seeds")
        {
            Description =
                "How many seeds are looked at; 4294967296 from seed 0 on are all that there are. Default: a million, or what is left.",
            HelpName = "K",
        };
        Option<int?> most = new("--most") { Description = "Stop when so many are found. Default: look at all.", HelpName = "K" };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "find",
            "Finds the seeds whose tunes begin with some tokens, or hold them: a tune's own seed by what is known of it. What is found, 'lilt generate --seed' writes.\n"
                + "Example: lilt find --tokens \"M:4/4 K:Cmaj\" --at \"75 :|\" --seeds 10000"
        );
        foreach (
            Option option in (Option[])
                [arguments.Model, tokens, at, first, seeds, most, arguments.Temperature, arguments.Limit, json, arguments.Threads]
        )
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                Model network = ModelOption.Read(parsed.GetValue(arguments.Model));
                TunePattern pattern = Pattern(parsed.GetValue(tokens) ?? [], parsed.GetValue(at) ?? [], network.Vocabulary);
                Seed from = WholeNumber.SeedOf(parsed, first);
                long left = (long)(Seed.Largest - from.Value) + 1;
                SeedSearchOptions options = new()
                {
                    First = from,
                    Seeds = WholeNumber.InRange("--seeds", parsed.GetValue(seeds) ?? Math.Min(UsualSeeds, left), 1, left),
                    Temperature = arguments.TemperatureOf(parsed),
                    Limit = (int)WholeNumber.InRange("--limit", parsed.GetValue(arguments.Limit), 1, int.MaxValue - 1),
                    Threads = WholeNumber.ThreadsOf(parsed, arguments.Threads),
                };
                int wanted = (int)WholeNumber.InRange("--most", parsed.GetValue(most) ?? int.MaxValue, 1, int.MaxValue);
                SeedSearch search = Begun(network, pattern, options);
                InvocationConfiguration streams = parsed.InvocationConfiguration;
                bool asJson = parsed.GetValue(json);
                if (!asJson)
                {
                    WriteChance(search, pattern, options, streams.Error);
                }

                List<FoundSeed> found = Find(
                    search,
                    options,
                    wanted,
                    asJson ? TextWriter.Null : streams.Output,
                    streams.Error,
                    cancellation
                );
                if (asJson)
                {
                    WriteJson(search, network, pattern, options, found, streams.Output);
                }

                return Task.FromResult(CommandLine.Done);
            }
        );
        return command;
    }

    private static SeedSearch Begun(Model network, TunePattern pattern, SeedSearchOptions options)
    {
        try
        {
            return new SeedSearch(network, pattern, options);
        }
        catch (ArgumentException e) when (e.ParamName == "options")
        {
            throw new InputException($"--limit: {Sentence(e)}");
        }
    }

    private static TunePattern Pattern(string[] tokens, string[] at, Vocabulary vocabulary)
    {
        if (tokens.Length + at.Length == 0)
        {
            throw new InputException("nothing is known of the tune: name some of its tokens with --tokens or --at.");
        }

        List<PlacedTokens> placed = [];
        List<IReadOnlyList<Token?>> held = [];
        foreach (string text in tokens)
        {
            bool isBeginning = text.TrimStart().StartsWith(Vocabulary.StartText, StringComparison.Ordinal);
            string rest = isBeginning ? text.TrimStart()[Vocabulary.StartText.Length..] : text;
            IReadOnlyList<Token?> fragment = Fragment("--tokens", rest, vocabulary);
            isBeginning |= fragment[0] is { } token && vocabulary[token].StartsWith("M:", StringComparison.Ordinal);
            if (isBeginning)
            {
                placed.Add(new PlacedTokens(1, fragment));
            }
            else
            {
                held.Add(fragment);
            }
        }

        foreach (string text in at)
        {
            string[] parts = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step) || step < 1)
            {
                throw new InputException($"--at {text}: a step, from 1, and tokens from there on are wanted, such as \"75 :|\".");
            }

            placed.Add(new PlacedTokens(step, Fragment("--at", parts[1], vocabulary)));
        }

        try
        {
            return new TunePattern(placed, held);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{(at.Length > 0 ? "--at" : "--tokens")}: {Sentence(e)}");
        }
    }

    private static string Sentence(ArgumentException e) => e.Message.Split(" (Parameter", 2)[0];

    private static IReadOnlyList<Token?> Fragment(string option, string text, Vocabulary vocabulary)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        return read.Faults is [{ } fault, ..]
                ? throw new InputException(
                    string.Create(CultureInfo.InvariantCulture, $"{option} {text}, column {fault.From + 1}: {fault.Message}")
                )
            : read.Tokens.All(token => token is null)
                ? throw new InputException($"{option} {text}: at least one token that is known is wanted, and '*' stands for any.")
            : read.Tokens;
    }

    private static void WriteChance(SeedSearch search, TunePattern pattern, SeedSearchOptions options, TextWriter messages)
    {
        double share = search.BeginningProbability;
        if (pattern.Placed is not [{ }, ..])
        {
            return;
        }

        messages.WriteLine(
            share == 0
                ? "This network never begins a tune so: no seed gives it."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"This network begins a tune so in 1 of {1 / share:#,##0.#}: {share * options.Seeds:#,##0.##} of {options.Seeds:N0} seeds are expected to."
                )
        );
    }

    private static List<FoundSeed> Find(
        SeedSearch search,
        SeedSearchOptions options,
        int most,
        TextWriter output,
        TextWriter messages,
        CancellationToken cancellation
    )
    {
        List<FoundSeed> found = [];
        long began = Stopwatch.GetTimestamp();
        try
        {
            ProgressDisplay.Run(
                "Looking at seeds",
                options.Seeds,
                progress =>
                {
                    long told = began;
                    void Tell(long searched)
                    {
                        if (Stopwatch.GetElapsedTime(told).TotalSeconds < 0.2)
                        {
                            return;
                        }

                        told = Stopwatch.GetTimestamp();
                        double rate = searched / Stopwatch.GetElapsedTime(began).TotalSeconds;
                        progress.Report(
                            searched,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{searched:N0} of {options.Seeds:N0}, {rate:N0} a second, {found.Count:N0} found"
                            )
                        );
                    }

                    foreach (FoundSeed seed in search.Run(Tell, cancellation))
                    {
                        found.Add(seed);
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed.Seed}\tby step {seed.Steps}"));
                        output.Flush();
                        if (found.Count == most)
                        {
                            break;
                        }
                    }

                    return found.Count;
                }
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new StoppedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stopped after {search.Searched} of {options.Seeds} seeds, {found.Count} found. Go on with --seed {options.First.Value + (ulong)search.Searched} --seeds {options.Seeds - search.Searched}."
                )
            );
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        messages.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Count:N0} found among {search.Searched:N0} seeds, in {seconds:0.0} s, {search.Searched / seconds:N0} seeds a second."
            )
        );
        return found;
    }

    private static void WriteJson(
        SeedSearch search,
        Model model,
        TunePattern pattern,
        SeedSearchOptions options,
        List<FoundSeed> found,
        TextWriter output
    )
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, Readable))
        {
            string Text(IEnumerable<Token?> tokens) =>
                string.Join(' ', tokens.Select(token => token is { } known ? model.Vocabulary[known] : "*"));
            writer.WriteStartObject();
            writer.WriteString("model", model.Hash);
            writer.WriteString("placed", Text(pattern.Placed));
            writer.WriteStartArray("held");
            foreach (IReadOnlyList<Token?> fragment in pattern.Held)
            {
                writer.WriteStringValue(Text(fragment));
            }

            writer.WriteEndArray();
            writer.WriteNumber("temperature", options.Temperature);
            writer.WriteNumber("first", options.First.Value);
            writer.WriteNumber("seeds", search.Searched);
            writer.WriteNumber("beginningProbability", search.BeginningProbability);
            writer.WriteStartArray("found");
            foreach (FoundSeed seed in found)
            {
                writer.WriteStartObject();
                writer.WriteNumber("seed", seed.Seed.Value);
                writer.WriteNumber("step", seed.Steps);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }
}
