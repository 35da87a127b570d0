using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Tests.Planting;

/// <summary>Where a step of a planted network's tune stands: what had been read of its measure before it wrote.</summary>
/// <param name="Step">From 0; its posterior is of the token that it writes.</param>
/// <param name="Measure">From 0.</param>
/// <param name="Eighths">What the notes since the last measure token last.</param>
/// <param name="Tokens">How many tokens there are since.</param>
/// <param name="IsOpen">Whether a measure token could be written.</param>
internal readonly record struct MeasurePlace(int Step, int Measure, int Eighths, int Tokens, bool IsOpen)
{
    /// <summary>The places of a tune's steps, those of its header left out.</summary>
    /// <param name="vocabulary">Its tokens.</param>
    /// <param name="tokens">The start token and all that followed.</param>
    public static List<MeasurePlace> Of(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        const int Header = 3;
        List<MeasurePlace> places = [];
        int measure = 0;
        int eighths = 0;
        int count = 0;
        for (int step = Header - 1; step + 1 < tokens.Count; step++)
        {
            string read = vocabulary[tokens[step]];
            TokenKind kind = TokenKinds.Of(read);
            if (kind == TokenKind.Measure)
            {
                measure++;
                (eighths, count) = (0, 0);
            }
            else if (step >= Header)
            {
                count++;
                eighths += kind switch
                {
                    TokenKind.Pitch => 1,
                    TokenKind.Duration => read == "2" ? 1 : 2,
                    _ => 0,
                };
            }

            bool isOpen =
                kind is TokenKind.Pitch or TokenKind.Duration
                && TokenKinds.Of(vocabulary, tokens[step + 1]) is not (TokenKind.Duration or TokenKind.Broken);
            places.Add(new MeasurePlace(step, measure, eighths, count, isOpen));
        }

        return places;
    }
}
