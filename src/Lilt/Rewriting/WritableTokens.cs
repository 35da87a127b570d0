using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>What the tokens of a vocabulary mean, and which notes may be written. Immutable.</summary>
internal sealed class WritableTokens
{
    private readonly TokenMeaning[] meanings;
    private readonly bool[] mayBeWritten;

    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="key">By which a note without an accidental has its pitch.</param>
    /// <param name="range">The pitches that may be written; null for any.</param>
    public WritableTokens(Vocabulary vocabulary, Key key, PitchRange? range)
    {
        meanings = [.. vocabulary.Texts.Select(TokenGrammar.Read)];
        mayBeWritten =
        [
            .. meanings.Select(of =>
                of.Kind != TokenKind.Pitch
                || range is null
                || range.Holds(new Pitch(of.Letter, of.Alteration ?? key.Alteration(of.Letter), of.Octave).SemitonesAboveMiddleC)
            ),
        ];
    }

    /// <summary>V.</summary>
    public int Count => meanings.Length;

    /// <summary>What a token means.</summary>
    public TokenMeaning this[int token] => meanings[token];

    /// <summary>Whether a note lies within the range; true of all that is no note.</summary>
    public bool MayBeWritten(int token) => mayBeWritten[token];
}
