using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studio.Rewriting;

namespace Lilt.Studio.Tunes;

/// <summary>One run of a network: everything that makes it again.</summary>
public record TuneSummary
{
    /// <summary>What requests call it.</summary>
    public required string Id { get; init; }

    /// <summary>The session that it belongs to.</summary>
    public required string Session { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    public required bool Starred { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime Created { get; init; }

    public required TuneKind Kind { get; init; }

    /// <summary>The model's id, and its hash when the tune was made.</summary>
    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    /// <summary>The seed of the tune's own generator: the run's seed + <see cref="Index"/>, or of one stream the run's; null for a given tune.</summary>
    public required Seed? Seed { get; init; }

    /// <summary>Its place in its run, from 0.</summary>
    public required int Index { get; init; }

    public required double Temperature { get; init; }

    /// <summary>The tokens that it began with, blanks between, * for a drawn one; of a given tune all.</summary>
    public required string Prime { get; init; }

    /// <summary>It was cut if it held one token more than this, the start token counted.</summary>
    public required int Limit { get; init; }

    /// <summary>Which random numbers drew which token.</summary>
    public required DrawMode Generator { get; init; }

    /// <summary>Whether the limit ended it.</summary>
    public required bool Cut { get; init; }

    /// <summary>T.</summary>
    public required int Steps { get; init; }

    /// <summary>The plan of operations as docs/operations.md has it, or null.</summary>
    public required JsonNode? Plan { get; init; }

    public required string? PlanHash { get; init; }

    /// <summary>The tune that it is compared with, or null.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The tonic that its owner chose to see and hear it in, as <c>D</c> or <c>Bb</c>; null for its own.</summary>
    public required string? Key { get; init; }

    /// <summary>The tonic that a person wrote it in, which then is its own; null for that of its tokens.</summary>
    public required string? WrittenIn { get; init; }

    /// <summary>By how many eighths its plan pushes the clock; null where it pushes none.</summary>
    public required int? Pushed { get; init; }

    /// <summary>What was done to the network or to the tune, in the few words of a heading; null where nothing was.</summary>
    public required string? Done { get; init; }

    /// <summary>What it was made from, where some of a tune was written again; null else.</summary>
    public required RewriteOrigin? Rewritten { get; init; }

    /// <summary>The command line that makes it again.</summary>
    public required string Command { get; init; }
}
