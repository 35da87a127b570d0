using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Sessions;

/// <summary>A tune in a session's file.</summary>
public sealed record StoredTune
{
    /// <summary>Its name in this file, for <see cref="Baseline"/> and plans.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool Starred { get; init; }

    public required DateTime Created { get; init; }

    public required TuneKind Kind { get; init; }

    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    /// <summary>The seed of the run's first tune.</summary>
    public Seed Seed { get; init; }

    /// <summary>Its place in its run, from 0.</summary>
    public int Index { get; init; }

    public double Temperature { get; init; } = 1;

    /// <summary>Tokens with blanks between, * for a drawn one.</summary>
    public required string Prime { get; init; }

    public int Limit { get; init; } = 1000;

    /// <summary>Which random numbers drew which token.</summary>
    public DrawMode Generator { get; init; } = DrawMode.Independent;

    /// <summary>How many tokens the tunes before it drew from the stream that it shares with them; null where it shares none.</summary>
    public long? Drawn { get; init; }

    public JsonNode? Plan { get; init; }

    public string? Baseline { get; init; }

    /// <summary>By how many eighths the plan pushes the clock; null where it pushes none.</summary>
    public int? Pushed { get; init; }

    /// <summary>The tonic that its owner chose to have it in; null for its own.</summary>
    public string? Key { get; init; }

    /// <summary>The tonic that a person wrote it in; null for that of its tokens.</summary>
    public string? WrittenIn { get; init; }

    /// <summary>What it was made from, where it is a tune of which some was written again; null else.</summary>
    public RewriteOrigin? Rewritten { get; init; }

    /// <summary>[T], the start token left out.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>A given tune's own text in ABC, where it is ABC that was given; null in files of programs that did not keep it.</summary>
    public string? Written { get; init; }

    public bool Cut { get; init; }

    /// <summary>[T] Bits; null where p is 0.</summary>
    public required IReadOnlyList<double?> Surprise { get; init; }
}
