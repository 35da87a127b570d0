using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>How much of a tune is the same some steps later.</summary>
public static class SelfMatch
{
    /// <summary>For each lag, the share of steps whose token stands again that many steps later.</summary>
    /// <param name="tokens">[T], at least one.</param>
    /// <returns>[T]: at lag k, the matching steps divided by T − k; 1 at lag 0.</returns>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public static double[] Shares(ReadOnlySpan<Token> tokens)
    {
        if (tokens.IsEmpty)
        {
            throw new ArgumentException("There are no tokens.", nameof(tokens));
        }

        double[] shares = new double[tokens.Length];
        for (int lag = 0; lag < tokens.Length; lag++)
        {
            int matches = 0;
            for (int step = 0; step + lag < tokens.Length; step++)
            {
                matches += tokens[step] == tokens[step + lag] ? 1 : 0;
            }

            shares[lag] = (double)matches / (tokens.Length - lag);
        }

        return shares;
    }
}
