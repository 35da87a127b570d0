using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>The network reads two tokens at once: the one it would read, and another.</summary>
/// <remarks>
/// Source: B. L. Sturm, Making sense of the folk-rnn v2 model, part 7, 2018: weights of 0.7 and 0.3, the other a random pitch token.
/// </remarks>
public sealed record Stimulate : Operation
{
    /// <inheritdoc/>
    public override string Name => "stimulate";

    /// <summary>Weight of what would be read. Default 0.7.</summary>
    public double Weight { get; init; } = 0.7;

    /// <summary>Weight of the other token. Default 0.3.</summary>
    public double OtherWeight { get; init; } = 0.3;

    /// <summary>The other token is drawn from these at every step; one token for always the same; null for all pitch tokens.</summary>
    public IReadOnlyList<string>? Others { get; init; }

    /// <summary>Whether <see cref="Others"/> are taken in turn, one a step, and not drawn; after the last nothing is done.</summary>
    public bool InTurn { get; init; }

    /// <summary>The seed of the drawing; tune n draws with seed + n.</summary>
    public Seed Seed { get; init; }

    /// <summary>When; null for every step that reads a token after the prime.</summary>
    public StepRange? Steps { get; init; }
}
