using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles;

namespace Lilt.Tests.Reference;

/// <summary>The network that the project ships, and tunes of its own making: as varied as what it learnt from.</summary>
internal static class ShippedNetwork
{
    private const int Drawn = 240;

    private static readonly Lazy<Model> Read = new(() => ModelFile.Read(Path.Combine(Checkout.Folder, "models", "default.safetensors")));

    private static readonly Lazy<IReadOnlyList<string>> Written = new(() =>
        [
            .. TuneGenerator
                .Generate(Model, new GenerationOptions { Seed = 1, Tunes = Drawn })
                .Where(tune => !tune.EndsAtLimit)
                .Select(tune => string.Join(' ', tune.Tokens.Skip(1).SkipLast(1).Select(token => Model.Vocabulary[token])))
                .Where(text => TuneReader.Read($"<s> {text} </s>").Tunes is [{ Findings.Count: 0 }]),
        ]
    );

    /// <summary>The network; its tokens are folk-rnn v2's.</summary>
    public static Model Model => Read.Value;

    /// <summary>
    /// Tunes in the v2 format, one a text, each drawn with a seed of its own at temperature 1; of 240 those in which a reader finds nothing
    /// to ask about.
    /// </summary>
    public static IReadOnlyList<string> Tunes => Written.Value;
}
