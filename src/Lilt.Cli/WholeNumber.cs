using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
using Lilt.Randomness;

namespace Lilt.Cli;

/// <summary>Whole numbers on the command line, each within its range.</summary>
internal static class WholeNumber
{
    /// <summary><c>--threads</c>.</summary>
    public static Option<int> Threads() =>
        new("--threads")
        {
            Description = "Threads; changes speed alone. Default: all processors.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
        };

    /// <summary>What <see cref="Threads"/> was given.</summary>
    /// <exception cref="InputException">It is outside its range.</exception>
    public static int ThreadsOf(ParseResult parsed, Option<int> threads) =>
        (int)InRange(threads.Name, parsed.GetValue(threads), 1, AskedGeneration.MostThreads);

    /// <summary>What <c>--seed</c> was given.</summary>
    /// <exception cref="InputException">It is outside its range.</exception>
    public static Seed SeedOf(ParseResult parsed, Option<long> seed) => (uint)InRange(seed.Name, parsed.GetValue(seed), 0, Seed.Largest);

    /// <summary>A value as it is, if it is in range.</summary>
    /// <exception cref="InputException">It is not; the message names the option and the range.</exception>
    public static long InRange(string option, long value, long least, long most) =>
        value >= least && value <= most
            ? value
            : throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{option} is from {least} to {most}, and {value} is not.")
            );
}
