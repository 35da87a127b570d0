using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>Writes a tune in a model's tokens.</summary>
internal static class TokensOfTune
{
    /// <summary>The tokens, the end token last; null where the model lacks one, or the tune is of no kind that has tokens.</summary>
    public static IReadOnlyList<Token>? Of(Tune tune, Vocabulary vocabulary)
    {
        CorpusFormat format = vocabulary.TryFind("K:maj", out _) ? CorpusFormat.V3 : CorpusFormat.V2;
        if (TuneTokenizer.Tokenize(tune, format, new Tonic(Letter.C, 0)).Tokens is not { } texts)
        {
            return null;
        }

        List<Token> tokens = [];
        foreach (string text in texts)
        {
            if (!vocabulary.TryFind(text, out Token token))
            {
                return null;
            }

            tokens.Add(token);
        }

        return [.. tokens, vocabulary.End];
    }
}
