namespace Lilt.Statistics;

/// <summary>The p of a value among those that chance gave.</summary>
/// <remarks>
/// The value counts as one of the draws, so that p is never 0 and holds its level exactly.
/// Source: B. Phipson and G. K. Smyth, "Permutation p-values should never be zero", Stat. Appl. Genet. Mol. Biol. 9(1), 2010.
/// </remarks>
public static class PermutationP
{
    /// <summary>(1 + those at least as extreme)/(1 + draws), from 1/(1 + draws) to 1.</summary>
    /// <param name="asExtreme">Draws that are at least as extreme as the value.</param>
    /// <param name="draws">All draws.</param>
    public static double Of(int asExtreme, int draws) => (1.0 + asExtreme) / (1.0 + draws);
}
