using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Randomness;

namespace Lilt.Studio.Writing;

/// <summary>Asks a network to write tunes.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Tunes">How many, 1 to 64.</param>
/// <param name="Temperature">0.01 to 100.</param>
/// <param name="Prime">What they begin with: tokens or ABC, * for a drawn token.</param>
/// <param name="Limit">A tune is cut when it holds one token more than this, 1 to 2000.</param>
/// <param name="Generator">Which random numbers draw which token: every tune has its own, one stream runs through all of them, or as
/// folkrnn.org's server draws.</param>
/// <param name="Plan">Operations, as docs/operations.md has them; a recording is named by a tune's id.</param>
/// <param name="Baseline">The tune of this session to compare with, or null.</param>
/// <param name="Name">What the tunes are called; null for their seed.</param>
/// <param name="Key">The tonic to see and hear them in, as <c>D</c> or <c>Bb</c>; null for the baseline's, or for that of the prime.</param>
public sealed record WriteRequest(
    string Model,
    int Tunes = 1,
    double Temperature = 1,
    string Prime = "",
    int Limit = GenerationOptions.DefaultLimit,
    DrawMode Generator = DrawMode.Independent,
    JsonNode? Plan = null,
    string? Baseline = null,
    string? Name = null,
    string? Key = null
)
{
    internal const int DefaultSeed = 42;

    /// <summary>Of the first tune; tune n has seed + n.</summary>
    public Seed Seed { get; init; } = DefaultSeed;
}
