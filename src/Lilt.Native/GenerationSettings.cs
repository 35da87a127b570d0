using System.Globalization;
using Lilt.Generation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Native;

/// <summary>What to generate, of the options that the caller names as the command line does.</summary>
internal static class GenerationSettings
{
    /// <summary>The options; what is worth saying of the prime is said.</summary>
    /// <exception cref="InputException">One is outside its range, or the prime has a word that is no token.</exception>
    public static GenerationOptions Read(NamedOptions options, Vocabulary vocabulary, out string? remark)
    {
        Seed seed = options.Seed();
        int tunes = (int)options.Whole("tunes", 1, 1, int.MaxValue);
        int first = (int)options.Whole("first", 0, 0, int.MaxValue - tunes);
        DrawMode mode = options.Choice("rng", DrawMode.Independent);
        if (mode == DrawMode.Stream && first > 0)
        {
            throw new InputException(
                "first: one stream of random numbers cannot be taken up in the middle. Leave it out, or take another rng."
            );
        }

        if (mode != DrawMode.Stream && !seed.HasRoomFor((long)first + tunes))
        {
            throw new InputException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the last of {tunes} tunes would have a seed over {Seed.Largest}: take a smaller seed or fewer tunes."
                )
            );
        }

        TranscriptionText prime = Prime(options, vocabulary);
        remark = prime.Remark is { } said ? $"prime: {said}." : null;
        return new GenerationOptions
        {
            Seed = seed,
            Tunes = tunes,
            First = first,
            Temperature = options.Temperature(),
            Prime = prime.Tokens,
            Limit = (int)options.Whole("limit", GenerationOptions.DefaultLimit, 1, int.MaxValue - 1),
            Mode = mode,
            Threads = options.Threads(),
        };
    }

    private static TranscriptionText Prime(NamedOptions options, Vocabulary vocabulary)
    {
        string text = options.Find("prime") ?? string.Empty;
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        if (read.Faults is not [{ } fault, ..])
        {
            return read;
        }

        string[] before = text[..fault.From].Split('\n');
        string line = before.Length == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"line {before.Length}, ");
        throw new InputException(
            string.Create(CultureInfo.InvariantCulture, $"prime, {line}column {before[^1].Length + 1}: {fault.Message}")
        );
    }
}
