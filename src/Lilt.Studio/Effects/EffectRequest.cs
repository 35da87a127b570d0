using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Effects;

/// <summary>Asks what a plan does over many seeds.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Plan">Operations, as docs/operations.md has them; a recording is named by a tune's id.</param>
/// <param name="Tunes">How many seeds, 20 to 1000; each gives one tune of the network as it is and one under the plan.</param>
/// <param name="Temperature">0.01 to 100.</param>
/// <param name="Prime">What they begin with: tokens or ABC, * for a drawn token.</param>
/// <param name="Limit">A tune is cut when it holds one token more than this, 1 to 2000.</param>
/// <param name="Generator">Which random numbers draw which token; no stream that tunes share.</param>
public sealed record EffectRequest(
    string Model,
    JsonNode Plan,
    int Tunes = EffectRequest.DefaultTunes,
    double Temperature = 1,
    string Prime = "",
    int Limit = GenerationOptions.DefaultLimit,
    DrawMode Generator = DrawMode.Independent
)
{
    internal const int DefaultTunes = 100;

    /// <summary>Of the first tune; tune n has seed + n.</summary>
    public Seed Seed { get; init; } = WriteRequest.DefaultSeed;
}
