using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Recording;

/// <summary>Where a recording came from: <c>meta.json</c> of an .npz file.</summary>
public sealed record RecordingFacts
{
    /// <summary>The first line of defence against other people's .npz files.</summary>
    public const string CurrentFormat = "lilt recording 1";

    /// <summary>Always <see cref="CurrentFormat"/>.</summary>
    public string Format { get; init; } = CurrentFormat;

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The command line that makes the recording again, or null if it was made by a script.</summary>
    public string? Command { get; init; }

    /// <summary>The model's hash.</summary>
    public required string ModelHash { get; init; }

    /// <summary>S.</summary>
    public required int Layers { get; init; }

    /// <summary>H.</summary>
    public required int Units { get; init; }

    /// <summary>The V tokens' texts in index order.</summary>
    public required IReadOnlyList<string> Vocabulary { get; init; }

    /// <summary>The tune's place among the tunes of its run, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The seed of the tune's generator; null for a transcription that was fed in.</summary>
    public Seed? Seed { get; init; }

    /// <summary>What divided the logits.</summary>
    public float Temperature { get; init; } = 1;

    /// <summary>Which random numbers drew which token: independent, stream or webapp; null for a transcription that was fed in.</summary>
    public string? Rng { get; init; }

    /// <summary>How many tokens after the start token were given and not drawn.</summary>
    public int PrimeTokens { get; init; }

    /// <summary>Whether the tune reached its limit before the end token.</summary>
    [JsonPropertyName("cut")]
    public bool EndsAtLimit { get; init; }

    /// <summary>The plan of operations, or null if there was none.</summary>
    public JsonNode? Plan { get; init; }

    /// <summary>S, H and V.</summary>
    [JsonIgnore]
    public NetworkShape Shape => new(Layers, Units, Vocabulary.Count);
}
