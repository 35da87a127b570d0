using Lilt.Notation.Tokens;

namespace Lilt.Searching;

/// <summary>What is known of a tune: tokens at places of it, and fragments that it holds somewhere.</summary>
public sealed class TunePattern
{
    private readonly Token?[] placed;

    /// <param name="placed">Tokens at their places; two at one place must agree.</param>
    /// <param name="held">Fragments that stand anywhere in the tune, in any order; they may overlap. Null stands for any one token.</param>
    /// <exception cref="ArgumentException">Nothing is known, a fragment is empty or of nulls alone, or two of
    /// <paramref name="placed"/> contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step is under 1.</exception>
    public TunePattern(IReadOnlyList<PlacedTokens> placed, IReadOnlyList<IReadOnlyList<Token?>> held)
    {
        ArgumentNullException.ThrowIfNull(placed);
        ArgumentNullException.ThrowIfNull(held);
        if (held.Concat(placed.Select(part => part.Tokens)).Any(tokens => tokens.All(token => token is null)))
        {
            throw new ArgumentException("A fragment has at least one token that is known.", nameof(held));
        }

        if (placed.Count + held.Count == 0)
        {
            throw new ArgumentException("Nothing is known of the tune: every seed would be found.", nameof(placed));
        }

        this.placed = Merged(placed);
        Held = [.. held.Select(tokens => (IReadOnlyList<Token?>)[.. tokens])];
    }

    /// <summary>The token that is known to be written at each step, from step 1 to the last that is known; null where any may be.</summary>
    public IReadOnlyList<Token?> Placed => placed;

    /// <summary>The fragments that the tune holds somewhere.</summary>
    public IReadOnlyList<IReadOnlyList<Token?>> Held { get; }

    /// <summary>The tokens that the tune is known to begin with, up to the first that may be any.</summary>
    internal IReadOnlyList<Token> Beginning => [.. placed.TakeWhile(token => token is not null).Select(token => token!.Value)];

    /// <summary>Whether a tune that has the beginning has all that is known.</summary>
    internal bool IsBeginningAlone => Held.Count == 0 && placed.All(token => token is not null);

    private static Token?[] Merged(IReadOnlyList<PlacedTokens> placed)
    {
        Token?[] merged = new Token?[placed.Select(part => checked(part.Step - 1 + part.Tokens.Count)).DefaultIfEmpty().Max()];
        foreach (PlacedTokens part in placed)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part.Step);
            for (int n = 0; n < part.Tokens.Count; n++)
            {
                int place = part.Step - 1 + n;
                if (merged[place] is { } there && part.Tokens[n] is { } other && there != other)
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"Two different tokens are wanted at step {place + 1}."),
                        nameof(placed)
                    );
                }

                merged[place] ??= part.Tokens[n];
            }
        }

        return merged;
    }
}
