using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Generation;

/// <summary>
/// What to generate, of options that have the same names on the command line and in other languages. All that is wrong is found before any
/// work; which exception says so, those who were asked decide.
/// </summary>
public static class AskedGeneration
{
    /// <summary>The most threads that can be asked for.</summary>
    public const int MostThreads = 1024;

    /// <summary>The options.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="vocabulary">The model's.</param>
    /// <param name="tunes">How many tunes, the first of a run; null where that is asked for by name, as <c>tunes</c> and <c>first</c>.</param>
    public static GenerationOptions Read(IAskedOptions asked, Vocabulary vocabulary, int? tunes = null)
    {
        ArgumentNullException.ThrowIfNull(asked);
        Seed seed = (uint)asked.Whole("seed", 42, 0, Seed.Largest);
        int many = tunes ?? (int)asked.Whole("tunes", 1, 1, int.MaxValue);
        int first = tunes is null ? (int)asked.Whole("first", 0, 0, int.MaxValue - many) : 0;
        DrawMode mode = asked.Choice("rng", DrawMode.Independent);
        if (mode == DrawMode.Stream && first > 0)
        {
            throw asked.Fault(
                $"{asked.Spelling("first")}: one stream of random numbers cannot be taken up in the middle. Leave it out, or take another {asked.Spelling("rng")}."
            );
        }

        if (mode != DrawMode.Stream && !seed.HasRoomFor((long)first + many))
        {
            throw asked.Fault(
                FormattableString.Invariant(
                    $"the last of {many} tunes would have a seed over {Seed.Largest}: take a smaller {asked.Spelling("seed")} or fewer {asked.Spelling("tunes")}."
                )
            );
        }

        TranscriptionText prime = Prime(asked, vocabulary);
        if (prime.Remark is { } remark)
        {
            asked.Remark($"{asked.Spelling("prime")}: {remark}.");
        }

        return new GenerationOptions
        {
            Seed = seed,
            Tunes = many,
            First = first,
            Temperature = Temperature(asked),
            Prime = prime.Tokens,
            Limit = (int)asked.Whole("limit", GenerationOptions.DefaultLimit, 1, int.MaxValue - 1),
            Mode = mode,
            Threads = Threads(asked),
        };
    }

    /// <summary><c>temperature</c>, over 0; 1 where none was given.</summary>
    public static float Temperature(IAskedOptions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        double temperature = asked.Number("temperature", 1);
        return (float)temperature > 0 && float.IsFinite((float)temperature)
            ? (float)temperature
            : throw asked.Fault(FormattableString.Invariant($"{asked.Spelling("temperature")} is over 0, and {temperature} is not."));
    }

    /// <summary><c>threads</c>; all processors where none was given.</summary>
    public static int Threads(IAskedOptions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return (int)asked.Whole("threads", Environment.ProcessorCount, 1, MostThreads);
    }

    /// <summary><c>prime</c>, as it was read.</summary>
    public static TranscriptionText Prime(IAskedOptions asked, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string text = asked.Text("prime") ?? string.Empty;
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        if (read.Faults is not [{ } fault, ..])
        {
            return read;
        }

        string[] before = text[..fault.From].Split('\n');
        string line = before.Length == 1 ? string.Empty : FormattableString.Invariant($"line {before.Length}, ");
        throw asked.Fault(FormattableString.Invariant($"{asked.Spelling("prime")}, {line}column {before[^1].Length + 1}: {fault.Message}"));
    }
}
