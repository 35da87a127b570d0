using Lilt.Notation.Abc;

namespace Lilt.Notation.Tokens;

/// <summary>Moves single tokens to another key.</summary>
internal static class TokenMove
{
    /// <summary>
    /// The token that stands for a note an interval away. A letter without an accidental moves as its signature does; what is no pitch
    /// stays. Null where it would need a triple accidental.
    /// </summary>
    /// <param name="token">The token's text.</param>
    /// <param name="interval">How far.</param>
    public static string? Of(string token, Interval interval)
    {
        TokenMeaning meaning = TokenGrammar.Read(token);
        if (meaning.Kind != TokenKind.Pitch || interval == default)
        {
            return token;
        }

        if (meaning.Alteration is { } written)
        {
            return interval.Move(new Pitch(meaning.Letter, written, meaning.Octave)) is { } moved
                ? NoteText.Of(moved.Alteration, moved.Letter, moved.Octave)
                : null;
        }

        int staff = (7 * meaning.Octave) + (int)meaning.Letter + interval.Letters;
        int octave = (int)Math.Floor(staff / 7.0);
        return NoteText.Of(null, (Letter)(staff - (7 * octave)), octave);
    }
}
