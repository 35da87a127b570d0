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

    /// <summary>
    /// The tokens' texts in the format of the model, in C, without the end token; or why the tune has none. Of 2/2 the meter is 4/4 where
    /// the model has no other.
    /// </summary>
    public static TokenizedTune Texts(Tune tune, Vocabulary vocabulary)
    {
        CorpusFormat format = vocabulary.TryFind("K:maj", out _) ? CorpusFormat.V3 : CorpusFormat.V2;
        return InMeterOf(vocabulary, tune, TuneTokenizer.Tokenize(tune, format, new Tonic(Letter.C, 0)));
    }

    /// <summary>The same tokens with the meter as the model has it: of 2/2 that of 4/4, where it has no other.</summary>
    public static TokenizedTune InMeterOf(Vocabulary vocabulary, Tune tune, TokenizedTune tokenized) =>
        tokenized.Tokens is { } texts && vocabulary.TryFind(tune.Meter, out Token meter)
            ? tokenized with
            {
                Tokens = [vocabulary[meter], .. texts.Skip(1)],
            }
            : tokenized;
}
