using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Tests.Reference;

/// <summary>
/// A network of random weights whose tokens are folk-rnn's: its tunes wander over notes and lengths, and bars stand between them now and
/// then.
/// </summary>
internal static class WanderingModel
{
    /// <summary>Notes, lengths and what goes with them.</summary>
    public static readonly IReadOnlyList<string> Notes = ["C", "D", "E", "F", "G", "A", "B", "c", "d", "e", "2", "3", "/2", "(3", "z"];

    /// <summary>Measure tokens.</summary>
    public static readonly IReadOnlyList<string> Bars = ["|", "|:", ":|"];

    private const float Never = -30;
    private const float Rarely = -1;
    private const float Often = 1;

    /// <summary>Builds one.</summary>
    /// <param name="header">Its header tokens, which are given, never drawn.</param>
    /// <param name="layers">S.</param>
    /// <param name="units">H.</param>
    /// <param name="bars">Its measure tokens.</param>
    /// <param name="end">The bias of the end token: at −5 a tune has some hundred steps.</param>
    public static Model Create(IReadOnlyList<string> header, int layers, int units, IReadOnlyList<string> bars, float end = -5)
    {
        Vocabulary vocabulary = new([Vocabulary.StartText, Vocabulary.EndText, .. header, .. bars, .. Notes]);
        NetworkWeights weights = RandomModels.Create(new NetworkShape(layers, units, vocabulary.Count)).Weights.Copy();
        for (int token = 0; token < vocabulary.Count; token++)
        {
            weights.OutputBias[token] = vocabulary[new Token(token)] switch
            {
                Vocabulary.EndText => end,
                Vocabulary.StartText => Never,
                "|" => Often,
                string text when bars.Contains(text) => Rarely,
                string text when header.Contains(text) => Never,
                _ => 0,
            };
        }

        return new Model(vocabulary, weights, ModelProvenance.Named("wandering"));
    }
}
