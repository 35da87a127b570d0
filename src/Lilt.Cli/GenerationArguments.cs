using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>The options of every verb that makes a network write: seed, temperature, prime, random numbers, limit and threads.</summary>
internal sealed class GenerationArguments
{
    /// <summary><c>--seed</c>.</summary>
    public Option<long> Seed { get; } = new("--seed") { Description = "The seed of the first tune, 0 to 4294967295.", DefaultValueFactory = _ => 42, HelpName = "N" };

    /// <summary><c>--temperature</c>.</summary>
    public Option<double> Temperature { get; } = new("--temperature")
    {
        Description = "Divides the logits: under 1 likely tokens become likelier, over 1 all become alike.",
        DefaultValueFactory = _ => 1,
        HelpName = "T",
    };

    /// <summary><c>--prime</c>.</summary>
    public Option<string> Prime { get; } = new("--prime")
    {
        Description = "Tokens that every tune begins with, blanks between; * takes a drawn token.",
        DefaultValueFactory = _ => string.Empty,
        HelpName = "\"M:6/8 K:Cdor …\"",
    };

    /// <summary><c>--rng</c>.</summary>
    public Option<DrawMode> Mode { get; } = new("--rng")
    {
        Description = "independent: every tune has a generator of its own; stream: one runs on from tune to tune, as folk-rnn's samplers do; webapp: as folkrnn.org does.",
        DefaultValueFactory = _ => DrawMode.Independent,
    };

    /// <summary><c>--limit</c>.</summary>
    public Option<int> Limit { get; } = new("--limit")
    {
        Description = "A tune is cut when it holds one token more than this, the start token counted.",
        DefaultValueFactory = _ => GenerationOptions.DefaultLimit,
        HelpName = "N",
    };

    /// <summary><c>--threads</c>.</summary>
    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Threads; changes speed alone. Default: all processors.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    /// <summary>The options of a parsed command line.</summary>
    /// <exception cref="InputException">One is outside its range, or the prime has a word that is no token.</exception>
    public GenerationOptions Options(ParseResult parsed, Vocabulary vocabulary, int tunes)
    {
        long seed = InRange("--seed", parsed.GetValue(Seed), 0, uint.MaxValue);
        double temperature = parsed.GetValue(Temperature);
        if (!((float)temperature > 0) || !float.IsFinite((float)temperature))
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--temperature is over 0, and {temperature} is not."));
        }

        InRange("--tunes", tunes, 1, int.MaxValue);
        DrawMode mode = parsed.GetValue(Mode);
        if (mode != DrawMode.Stream && seed + tunes - 1 > uint.MaxValue)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"the last of {tunes} tunes would have a seed over {uint.MaxValue}: take a smaller --seed or fewer --tunes."));
        }

        PrimeText prime = PrimeText.Parse(parsed.GetValue(Prime)!, vocabulary);
        if (prime.Fault is { } fault)
        {
            throw new InputException(fault.ToString());
        }

        return new GenerationOptions
        {
            Seed = (uint)seed,
            Tunes = tunes,
            Temperature = (float)temperature,
            Prime = prime.Tokens,
            Limit = (int)InRange("--limit", parsed.GetValue(Limit), 1, int.MaxValue - 1),
            Mode = mode,
            Threads = (int)InRange("--threads", parsed.GetValue(Threads), 1, 1024),
        };
    }

    private static long InRange(string name, long value, long least, long most) => value >= least && value <= most
        ? value
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{name} is from {least} to {most}, and {value} is not."));
}
