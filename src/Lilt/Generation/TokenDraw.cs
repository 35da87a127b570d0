using Lilt.Notation.Tokens;

namespace Lilt.Generation;

/// <summary>
/// Draws a token from a posterior as NumPy does: the cumulative sum in double, divided by its last, searched from the right.
/// </summary>
public static class TokenDraw
{
    /// <summary>
    /// How far a boundary between two tokens may lie from where exact arithmetic puts it: 1·10⁻⁵. The largest distance
    /// measured against a double-precision network is stated in docs/model.md.
    /// </summary>
    public const double ErrorBound = 1e-5;

    /// <summary>The token whose share of [0, 1) holds <paramref name="u"/>.</summary>
    /// <param name="posterior">p, [V]; need not sum to 1 exactly.</param>
    /// <param name="u">In [0, 1).</param>
    /// <param name="margin">How near u lay to a boundary between two tokens.</param>
    /// <exception cref="ArgumentException">The posterior has no sum over 0: it holds NaN, or nothing.</exception>
    public static Token Draw(ReadOnlySpan<float> posterior, double u, out double margin)
    {
        double total = 0;
        foreach (float p in posterior)
        {
            total += p;
        }

        if (!(total > 0) || double.IsInfinity(total))
        {
            throw new ArgumentException("The posterior leaves no token to draw: its sum is not over 0.", nameof(posterior));
        }

        double below = double.NegativeInfinity;
        double sum = 0;
        int last = posterior.Length - 1;
        for (int token = 0; token < last; token++)
        {
            sum += posterior[token];
            double boundary = sum / total;
            if (boundary > u)
            {
                margin = Math.Min(boundary - u, u - below);
                return new Token(token);
            }

            below = boundary;
        }

        margin = u - below;
        return new Token(last);
    }

    /// <summary>Which u <see cref="Draw"/> gives a token for: those from <c>From</c> on that are under <c>To</c>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="posterior">p, [V], as it is drawn from.</param>
    /// <returns>Infinite at the ends of [0, 1), which the first and the last token have all of.</returns>
    internal static (double From, double To) ShareOf(Token token, ReadOnlySpan<float> posterior)
    {
        double total = 0;
        foreach (float p in posterior)
        {
            total += p;
        }

        double sum = 0;
        foreach (float p in posterior[..token.Index])
        {
            sum += p;
        }

        return (
            token.Index == 0 ? double.NegativeInfinity : sum / total,
            token.Index == posterior.Length - 1 ? double.PositiveInfinity : (sum + posterior[token.Index]) / total
        );
    }
}
