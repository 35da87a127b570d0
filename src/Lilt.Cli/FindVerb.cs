using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Searching;

namespace Lilt.Cli;

/// <summary><c>lilt find</c>: the seeds whose tunes have some tokens.</summary>
internal static class FindVerb
{
    private const int UsualSeeds = 1_000_000;

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
                TunePattern pattern = GivenPattern.Read(parsed.GetValue(tokens) ?? [], parsed.GetValue(at) ?? [], network.Vocabulary);
                Seed from = WholeNumber.SeedOf(parsed, first);
                long left = (long)(Seed.Largest - from.Value) + 1;
                SeedSearchOptions options = new()
                {
                    First = from,
                    Seeds = WholeNumber.InRange("--seeds", parsed.GetValue(seeds) ?? Math.Min(UsualSeeds, left), 1, left),
                    Temperature = AskedGeneration.Temperature(new ParsedOptions(parsed)),
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
                    FoundJson.Write(search, network, pattern, options, found, streams.Output);
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
            throw new InputException($"--limit: {GivenPattern.Sentence(e)}");
        }
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
}
