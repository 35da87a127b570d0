using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Native;

/// <summary>What the caller is told of a model.</summary>
internal sealed record ModelFacts(
    string Name,
    int Layers,
    int Units,
    long Parameters,
    long InitialStateParameters,
    string Hash,
    string[] Vocabulary,
    string[] Kinds,
    Dictionary<string, string> Provenance,
    string? Plan
)
{
    /// <summary>Those of a model.</summary>
    public static ModelFacts Of(OpenModel of)
    {
        Model model = of.Model;
        return new ModelFacts(
            model.Provenance.Name,
            model.Shape.Layers,
            model.Shape.Units,
            model.Shape.Parameters,
            model.Shape.InitialStateParameters,
            model.Hash,
            [.. model.Vocabulary.Texts],
            [.. model.Vocabulary.Texts.Select(text => TokenKinds.Of(text).ToString())],
            new Dictionary<string, string>(model.Provenance.Facts),
            of.Plan?.Account()
        );
    }
}
