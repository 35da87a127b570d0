using Lilt.Notation.Tokens;

namespace Lilt.Native;

/// <summary>Tokens that the caller gives by their numbers.</summary>
internal static unsafe class GivenTokens
{
    /// <summary>The tokens.</summary>
    /// <exception cref="InputException">One is not of the vocabulary.</exception>
    public static Token[] Of(int* tokens, int count, Vocabulary vocabulary)
    {
        Token[] of = new Token[count];
        for (int n = 0; n < count; n++)
        {
            of[n] =
                tokens[n] >= 0 && tokens[n] < vocabulary.Count
                    ? new Token(tokens[n])
                    : throw new InputException($"Token #{tokens[n]} in a vocabulary of {vocabulary.Count}.");
        }

        return of;
    }

    /// <summary>Tunes that lie one behind the other.</summary>
    /// <exception cref="InputException">A token is not of the vocabulary.</exception>
    public static List<IReadOnlyList<Token>> Of(int* tokens, int* lengths, int tunes, Vocabulary vocabulary)
    {
        List<IReadOnlyList<Token>> of = new(tunes);
        for (int tune = 0; tune < tunes; tune++)
        {
            of.Add(Of(tokens, lengths[tune], vocabulary));
            tokens += lengths[tune];
        }

        return of;
    }
}
