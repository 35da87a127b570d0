using Lilt.Randomness;

namespace Lilt.Studio.Shelf;

/// <summary>A study on the shelf.</summary>
public sealed record ShelvedStudy
{
    /// <summary>Its folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>When its numbers were written, UTC.</summary>
    public required DateTime Written { get; init; }

    /// <summary>Why it cannot be read, a sentence; null where it can. Everything below is null where it cannot.</summary>
    public required string? Problem { get; init; }

    /// <summary>Its page's address; null where it has none.</summary>
    public string? Page { get; init; }

    /// <summary>The name of its kind.</summary>
    public string? Kind { get; init; }

    public string? Title { get; init; }

    /// <summary>The sentence that answers its question; null where it answers none.</summary>
    public string? Answer { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The studied tune's seed.</summary>
    public Seed? Seed { get; init; }

    /// <summary>The program's version that made it.</summary>
    public string? Version { get; init; }

    /// <summary>The command line that makes it again.</summary>
    public string? Command { get; init; }
}
