using Lilt.Randomness;

namespace Lilt.Assessment;

/// <summary>How a set of tunes is assessed.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Seed of the bootstrap's draws; 1 unless told otherwise.</summary>
    public Seed Seed { get; init; } = 1;

    /// <summary>The bootstrap's draws, at least 40; 1,000 unless told otherwise.</summary>
    public int Draws { get; init; } = TuneBootstrap.DefaultDraws;

    /// <summary>Threads, at least 1; they change speed alone. All processors unless told otherwise.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
