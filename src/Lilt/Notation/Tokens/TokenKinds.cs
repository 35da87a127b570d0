namespace Lilt.Notation.Tokens;

/// <summary>What the tokens of a vocabulary stand for, in any of folk-rnn's formats.</summary>
public static class TokenKinds
{
    /// <summary>What a token's text stands for.</summary>
    public static TokenKind Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TokenGrammar.Read(text).Kind;
    }

    /// <summary>What a token of a vocabulary stands for.</summary>
    public static TokenKind Of(Vocabulary vocabulary, Token token)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Of(vocabulary[token]);
    }

    /// <summary>The tokens of one kind, in index order: of pitches, single notes without rests.</summary>
    public static IReadOnlyList<Token> Select(Vocabulary vocabulary, TokenKind kind)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        List<Token> tokens = [];
        for (int index = 0; index < vocabulary.Count; index++)
        {
            if (Of(vocabulary, new Token(index)) == kind)
            {
                tokens.Add(new Token(index));
            }
        }

        return tokens;
    }
}
