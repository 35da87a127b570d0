using System.Globalization;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>The command line that makes a tune of the studio again.</summary>
internal sealed record TuneCommand
{
    /// <summary>The file that the plan is expected in.</summary>
    public const string PlanFile = "plan.json";

    /// <summary>The model's name or file; null for the one that is taken unless told otherwise.</summary>
    public required string? Model { get; init; }

    /// <summary>The seed of the run's first tune.</summary>
    public required Seed Seed { get; init; }

    /// <summary>The tune's place in its run.</summary>
    public required int Index { get; init; }

    public required double Temperature { get; init; }

    public required string Prime { get; init; }

    public required int Limit { get; init; }

    /// <summary>Which random numbers drew which token.</summary>
    public DrawMode Generator { get; init; } = DrawMode.Independent;

    public required bool HasPlan { get; init; }

    /// <summary>The tonic that the tune is written out in; null for its own.</summary>
    public required string? Key { get; init; }

    /// <summary>The command of a stored tune.</summary>
    public static TuneCommand Of(StoredTune tune, string? model) =>
        new()
        {
            Model = model,
            Seed = tune.Seed,
            Index = tune.Index,
            Temperature = tune.Temperature,
            Prime = tune.Prime,
            Limit = tune.Limit,
            HasPlan = tune.Plan is not null,
            Key = tune.Key,
            Generator = tune.Generator,
        };

    /// <summary>The command that makes a tune of a kind again: one that was given is read.</summary>
    public string Of(TuneKind kind) => kind == TuneKind.Given ? Record("tune.npz", isGiven: true) : Generate();

    /// <summary><c>lilt generate</c>: the tune is the last that it writes.</summary>
    public string Generate() => $"lilt generate{Writing()}{(Key is null ? "" : $" --key {ShellWord.Of(Key)}")}";

    /// <summary><c>lilt record</c>: the same with everything that happens inside.</summary>
    public string Record(string file, bool isGiven) =>
        isGiven
            ? $"lilt record{ModelPart()} --tokens {ShellWord.Of(Prime)}{TemperaturePart(Temperature)}{PlanPart()} --out {ShellWord.Of(file)}"
            : $"lilt record{Writing()} --out {ShellWord.Of(file)}";

    /// <summary>How tunes are drawn, as far as that is not as it usually is.</summary>
    public static string Drawing(double temperature, string prime, DrawMode generator, int limit) =>
        TemperaturePart(temperature)
        + (prime.Length == 0 ? "" : $" --prime {ShellWord.Of(prime)}")
        + (generator == DrawMode.Independent ? "" : $" --rng {StudioJson.Word(generator)}")
        + (limit == GenerationOptions.DefaultLimit ? "" : string.Create(CultureInfo.InvariantCulture, $" --limit {limit}"));

    private static string TemperaturePart(double temperature) =>
        temperature == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" --temperature {temperature}");

    private string PlanPart() => HasPlan ? $" --plan {PlanFile}" : "";

    private string ModelPart() => Model is null ? "" : $" --model {ShellWord.Of(Model)}";

    // A plan may draw, and tune n of a run draws with numbers of its own; one stream runs through all: there the run is made up to the tune.
    private string Writing()
    {
        bool alone = Index == 0 || (!HasPlan && Generator != DrawMode.Stream);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{ModelPart()} --seed {(alone ? Seed + Index : Seed)}{(alone ? "" : $" --tunes {Index + 1}")}"
            )
            + Drawing(Temperature, Prime, Generator, Limit)
            + PlanPart();
    }
}
