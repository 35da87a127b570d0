using System.CommandLine;
using System.Globalization;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Cli;

/// <summary><c>lilt effect</c>: what a plan does to the tunes that a network writes, over many seeds.</summary>
internal static class EffectVerb
{
    private const int UsualTunes = 100;
    private const int LeastTunes = 20;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        GenerationArguments arguments = new();
        Option<int> tunes = new("--tunes")
        {
            Description = "How many seeds, at least 20; each gives a tune of the network as it is and one under the plan.",
            DefaultValueFactory = _ => UsualTunes,
            HelpName = "K",
        };
        Option<long> drawsSeed = new("--draws-seed")
        {
            Description = "The seed of the intervals' draws, 0 to 4294967295.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        Option<int> draws = new("--draws")
        {
            Description = "Draws of an interval, at least 40.",
            DefaultValueFactory = _ => TuneBootstrap.DefaultDraws,
            HelpName = "N",
        };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "effect",
            "Says what a plan does over many seeds: counting, form, tonality and length of tunes written with it and without it, with the same random numbers, and their differences with 95 % intervals.\n"
                + "Example: lilt effect --plan plan.json --tunes 200"
        );
        foreach (
            Option option in (Option[])
                [
                    arguments.Model,
                    arguments.Plan,
                    arguments.Seed,
                    tunes,
                    arguments.Temperature,
                    arguments.Prime,
                    arguments.Mode,
                    arguments.Limit,
                    draws,
                    drawsSeed,
                    json,
                    arguments.Threads,
                ]
        )
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                Model network = ModelOption.Read(parsed.GetValue(arguments.Model));
                int many = (int)WholeNumber.InRange("--tunes", parsed.GetValue(tunes), LeastTunes, 1_000_000);
                GenerationOptions options = AskedGeneration.Read(new ParsedOptions(parsed), network.Vocabulary, many);
                if (options.Mode == DrawMode.Stream)
                {
                    throw new InputException(
                        "--rng stream: tunes that share one stream of random numbers cannot be written in pairs, since what is done to one would move those of the next. Take another --rng."
                    );
                }

                CompiledPlan plan =
                    PlanOption.Read(parsed.GetValue(arguments.Plan), network)
                    ?? throw new InputException("--plan is missing: name the file of what is done to the network.");
                int sets = (int)WholeNumber.InRange("--draws", parsed.GetValue(draws), 40, 1_000_000);
                Randomness.Seed seed = WholeNumber.SeedOf(parsed, drawsSeed);
                TuneEffect effect = PairedTunes.Find(Pairs(network, plan, options, cancellation), seed, sets);
                TextWriter output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    EffectText.WriteJson(effect, options, plan.Plan, seed, sets, output);
                }
                else
                {
                    EffectText.WriteTable(effect, sets, output);
                }

                return Task.FromResult(CommandLine.Done);
            }
        );
        return command;
    }

    private static List<PairedTune> Pairs(Model model, CompiledPlan plan, GenerationOptions options, CancellationToken cancellation)
    {
        try
        {
            return ProgressDisplay.Run(
                "Writing tunes",
                options.Tunes,
                progress =>
                {
                    List<PairedTune> pairs = [];
                    foreach (TunePair pair in TunePairs.Write(model, plan, options, cancellation))
                    {
                        pairs.Add(
                            PairedTune.Of(Texts(pair.Baseline), Texts(pair.Operated), pair.Baseline.EndsAtLimit, pair.Operated.EndsAtLimit)
                        );
                        progress.Report(
                            pairs.Count,
                            string.Create(CultureInfo.InvariantCulture, $"{pairs.Count:N0} of {options.Tunes:N0} pairs")
                        );
                    }

                    return pairs;
                }
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new StoppedException("stopped: nothing is said of fewer tunes than were asked for. Ask for fewer with --tunes.");
        }

        string[] Texts(GeneratedTune tune) => [.. tune.Tokens.Skip(1).Select(token => model.Vocabulary[token])];
    }
}
