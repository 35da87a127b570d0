using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>Writes a tune in a model's tokens.</summary>
internal static class TokensOfTune
{
    /// <summary>The tokens, the end token last; null where the model lacks one, or the tune is of no kind that has tokens.</summary>
    public static IReadOnlyList<Token>? Of(Tune tune, Vocabulary vocabulary)
    {
        if (Texts(tune, vocabulary).Tokens is not { } texts)
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

    /// <summary>The tokens' texts in the format of the model, in C, without the end token; or why the tune has none.</summary>
    public static TokenizedTune Texts(Tune tune, Vocabulary vocabulary) =>
        TuneTokenizer.Tokenize(tune, vocabulary.TryFind("K:maj", out _) ? CorpusFormat.V3 : CorpusFormat.V2, new Tonic(Letter.C, 0));
}
