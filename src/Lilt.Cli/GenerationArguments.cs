using System.CommandLine;
using System.Globalization;
using Lilt.Generation;

namespace Lilt.Cli;

/// <summary>The options of every verb that makes a network write.</summary>
internal sealed class GenerationArguments
{
    /// <summary><c>--model</c>.</summary>
    public Option<string?> Model { get; } = ModelOption.Create();

    /// <summary><c>--seed</c>.</summary>
    public Option<long> Seed { get; } =
        new("--seed")
        {
            Description = "The seed of the first tune, 0 to 4294967295.",
            DefaultValueFactory = _ => 42,
            HelpName = "N",
        };

    /// <summary><c>--tunes</c>.</summary>
    public Option<int> Tunes { get; } =
        new("--tunes")
        {
            Description = "How many tunes.",
            DefaultValueFactory = _ => 1,
            HelpName = "K",
        };

    /// <summary><c>--first</c>.</summary>
    public Option<int> First { get; } =
        new("--first")
        {
            Description =
                "The place of the first tune in its run, from 0: --seed 42 --first 10 begins with the tune that --seed 42 writes as its eleventh.",
            HelpName = "N",
        };

    /// <summary><c>--temperature</c>.</summary>
    public Option<double> Temperature { get; } =
        new("--temperature")
        {
            Description = "Divides the logits: under 1 likely tokens become likelier, over 1 all become alike.",
            DefaultValueFactory = _ => 1,
            HelpName = "T",
        };

    /// <summary><c>--prime</c>.</summary>
    public Option<string> Prime { get; } =
        new("--prime")
        {
            Description = "What every tune begins with: tokens with blanks between, or ABC, in any key; * takes a drawn token.",
            DefaultValueFactory = _ => string.Empty,
            HelpName = "\"M:6/8 K:Cdor …\"",
        };

    /// <summary><c>--rng</c>.</summary>
    public Option<DrawMode> Mode { get; } =
        ChoiceOption.Create<DrawMode>(
            "--rng",
            "independent (default): every tune has a generator of its own; stream: one runs on from tune to tune, as folk-rnn's samplers do; webapp: as folkrnn.org does."
        );

    /// <summary><c>--limit</c>.</summary>
    public Option<int> Limit { get; } =
        new("--limit")
        {
            Description = "A tune is cut when it holds one token more than this, the start token counted.",
            DefaultValueFactory = _ => GenerationOptions.DefaultLimit,
            HelpName = "N",
        };

    /// <summary><c>--threads</c>.</summary>
    public Option<int> Threads { get; } = WholeNumber.Threads();

    /// <summary><c>--plan</c>.</summary>
    public Option<string?> Plan { get; } = PlanOption.Create();

    /// <summary>Gives a verb all of them and some of its own.</summary>
    public void AddTo(Command command, params Option[] own)
    {
        foreach (Option option in (Option[])[Model, Seed, Tunes, Temperature, Prime, Mode, Limit, Plan, .. own, Threads])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What a run that was stopped says, whose tunes went to standard output: how far it came, and how to go on.</summary>
    public static string Stopped(GenerationOptions options, int written)
    {
        string done = string.Create(CultureInfo.InvariantCulture, $"stopped after {written} of {options.Tunes} tunes, all of them whole.");
        return options.Mode == DrawMode.Stream
            ? done
                + " One stream of random numbers cannot be taken up in the middle: run it again from the start, with --out FILE to be able to go on."
            : done
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $" Go on with --first {options.First + written} --tunes {options.Tunes - written}."
                );
    }
}
