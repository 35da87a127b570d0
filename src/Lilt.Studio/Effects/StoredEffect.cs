using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Effects;

/// <summary>
/// An effect in a session's file: what was asked for, and what each pair of tunes adds, of which its figures are made again.
/// </summary>
public sealed record StoredEffect
{
    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime Created { get; init; }

    /// <summary>Done or stopped: one that is under way, or failed, is in no file.</summary>
    public required EffectState State { get; init; }

    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    /// <summary>The plan as docs/operations.md has it; a recording is named by a tune of the file.</summary>
    public required JsonNode Plan { get; init; }

    /// <summary>Of the first tune; tune n has seed + n.</summary>
    public Seed Seed { get; init; } = WriteRequest.DefaultSeed;

    /// <summary>How many seeds were asked for.</summary>
    public required int Tunes { get; init; }

    public double Temperature { get; init; } = 1;

    /// <summary>The tokens that the tunes begin with, blanks between, * for a drawn one.</summary>
    public required string Prime { get; init; }

    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    public DrawMode Generator { get; init; } = DrawMode.Independent;

    /// <summary>How often sets of pairs were drawn for an interval.</summary>
    public required int Draws { get; init; }

    /// <summary>The seed of these draws.</summary>
    public required Seed DrawsSeed { get; init; }

    /// <summary>The program that found it.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// A row a seed, in the order of the seeds: what follows the seed in the table by seed that the effect is exported as, commas between.
    /// </summary>
    public required IReadOnlyList<string> Pairs { get; init; }

    internal static StoredEffect Of(KeptEffect effect) =>
        new()
        {
            Created = effect.View.Created,
            State = effect.View.State,
            Model = effect.View.Model,
            ModelHash = effect.View.ModelHash,
            Plan = effect.View.Plan,
            Seed = effect.View.Seed,
            Tunes = effect.View.Tunes,
            Temperature = effect.View.Temperature,
            Prime = effect.View.Prime,
            Limit = effect.View.Limit,
            Generator = effect.View.Generator,
            Draws = effect.View.Draws,
            DrawsSeed = effect.View.DrawsSeed,
            Version = effect.View.Version,
            Pairs = [.. effect.Pairs.Select(Row)],
        };

    private static string Row(PairedTune pair) =>
        string.Join(',', pair.Numbers.Prepend(pair.IsChanged ? 1 : 0).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>A row read; null where it is none.</summary>
    internal static PairedTune? Pair(string? row)
    {
        if (row?.Split(',') is not ["0" or "1", .. { } texts] || texts.Length != PairedTunes.NumbersATune)
        {
            return null;
        }

        double[] numbers = new double[texts.Length];
        for (int at = 0; at < texts.Length; at++)
        {
            if (
                !double.TryParse(texts[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[at])
                || !double.IsFinite(numbers[at])
            )
            {
                return null;
            }
        }

        return new PairedTune(row[0] == '1', numbers);
    }
}
