using Lilt.Generation;
using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>What a sweep is asked for: a grid of networks, plans, seeds, temperatures and headers, and what is done at each point.</summary>
public sealed record SweepPlan
{
    /// <summary>The most tunes of a sweep: ten thousand million.</summary>
    public const long MostTunes = 10_000_000_000;

    /// <summary>The default of <see cref="TunesAShard"/>: about a minute of two cores with the shipped network.</summary>
    public const int DefaultTunesAShard = 4096;

    /// <summary>What is done at every point.</summary>
    public required SweepTask Task { get; init; }

    /// <summary>The networks, at least one.</summary>
    public required IReadOnlyList<SweptModel> Models { get; init; }

    /// <summary>What is done to them; of a study nothing.</summary>
    public required IReadOnlyList<PlanEntry> Plans { get; init; }

    /// <summary>The first seed.</summary>
    public required Seed Seed { get; init; }

    /// <summary>How many seeds, each the next; of a study each is a study's.</summary>
    public required int Seeds { get; init; }

    /// <summary>What divides the logits, each over 0. Default 1 alone.</summary>
    public IReadOnlyList<float> Temperatures { get; init; } = [1];

    /// <summary>What tunes begin with, as typed after <c>--prime</c>. Default nothing, alone.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [""];

    /// <summary>A tune is cut when it holds one token more than this, the start token counted. Default 1000.</summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>Which random numbers draw which token; never one stream. Default independent.</summary>
    public DrawMode Mode { get; init; } = DrawMode.Independent;

    /// <summary>Tunes of a shard, about. It decides which shards there are, and so with which other sweeps they are shared.</summary>
    public int TunesAShard { get; init; } = DefaultTunesAShard;

    /// <summary>The study; null where the task is none.</summary>
    public StudyOrder? Study { get; init; }

    /// <summary>How controls are made; null where the task is none.</summary>
    public ControlOrder? Control { get; init; }

    /// <summary>Plans for a network, the rules written out.</summary>
    public long PlansFor(SweptModel model) => Plans.Sum(entry => (long)entry.Count(model));

    /// <summary>Points of the grid: of <see cref="SweepTask.Generate"/> and <see cref="SweepTask.Assess"/> as many tunes.</summary>
    public long Points => Models.Sum(model => PlansFor(model) * Seeds * Temperatures.Count * Headers.Count);
}
