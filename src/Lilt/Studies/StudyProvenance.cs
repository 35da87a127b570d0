using Lilt.Generation;
using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Studies;

/// <summary>Where a study comes from.</summary>
public sealed record StudyProvenance
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Its hash, over shapes, vocabulary and weights.</summary>
    public required string ModelHash { get; init; }

    /// <summary>S.</summary>
    public required int Layers { get; init; }

    /// <summary>H.</summary>
    public required int Units { get; init; }

    /// <summary>V.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>The studied tune's seed.</summary>
    public required Seed Seed { get; init; }

    /// <summary>Which random numbers drew it.</summary>
    public required DrawMode Rng { get; init; }

    /// <summary>What divided the logits.</summary>
    public required float Temperature { get; init; }

    /// <summary>The prime as it was typed; empty for none.</summary>
    public required string Prime { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The command line that makes the whole study.</summary>
    public required string Command { get; init; }

    /// <summary>The one that checks it.</summary>
    public required string Verify { get; init; }

    /// <summary>Of a model and what was asked of it.</summary>
    internal static StudyProvenance Of(Model model, StudyOptions options) =>
        new()
        {
            Model = model.Provenance.Name,
            ModelHash = model.Hash,
            Layers = model.Shape.Layers,
            Units = model.Shape.Units,
            Vocabulary = model.Shape.Tokens,
            Seed = options.Seed,
            Rng = options.Mode,
            Temperature = options.Temperature,
            Prime = options.Commands.Prime,
            Version = options.Version,
            Command = options.Commands.Study,
            Verify = options.Commands.Verify,
        };
}
