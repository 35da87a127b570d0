using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Sweeping.Results;

/// <summary>
/// Whether a figure differs between two sides of pairs: were there no difference, which of a pair stands on which side would be chance.
/// </summary>
/// <remarks>
/// The sides of every pair are swapped or left, each as likely; p is the share of such draws in which the figures of the two sides, Σ above /
/// Σ below each, differ at least as much as they do, the pairs as they stand counted among the draws. First 999 draws are made, and where no
/// more than 30 of them differ as much, 99,999. Source: B. Phipson and G. K. Smyth, "Permutation p-values should never be zero", Stat. Appl.
/// Genet. Mol. Biol. 9(1), 2010.
/// </remarks>
internal static class SwapTest
{
    private const int FewDraws = 999;
    private const int ManyDraws = 99_999;
    private const int FewAsExtreme = 30;

    // What is equal but for the order of a sum counts as at least as much.
    private const double Rounding = 1e-12;

    /// <summary>p, two-sided.</summary>
    /// <param name="pairs">[pairs × 4] Above and below of one side, above and below of the other.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>From 1/100,000 to 1; not a number where a side has nothing below.</returns>
    public static double P(ReadOnlySpan<double> pairs, Seed seed)
    {
        // What is the same on both sides, swapped or not, is added up once.
        Span<double> same = stackalloc double[2];
        List<double> differing = [];
        for (int at = 0; at < pairs.Length; at += 4)
        {
            if (pairs[at] == pairs[at + 2] && pairs[at + 1] == pairs[at + 3])
            {
                same[0] += pairs[at];
                same[1] += pairs[at + 1];
            }
            else
            {
                differing.AddRange(pairs.Slice(at, 4));
            }
        }

        double[] rows = [.. differing];
        double found = Math.Abs(Difference(rows, same, [], isSwapped: false));
        if (!double.IsFinite(found))
        {
            return double.NaN;
        }

        SplitMix64 generator = new(seed);
        ulong[] sides = new ulong[(rows.Length / 4 / 64) + 1];
        int asExtreme = 0;
        int draws = 0;
        for (int most = FewDraws; draws < most; draws++)
        {
            for (int word = 0; word < sides.Length; word++)
            {
                sides[word] = generator.Next();
            }

            asExtreme += !(Math.Abs(Difference(rows, same, sides, isSwapped: true)) < found * (1 - Rounding)) ? 1 : 0;
            most = draws == FewDraws - 1 && asExtreme <= FewAsExtreme ? ManyDraws : most;
        }

        return PermutationP.Of(asExtreme, draws);
    }

    private static double Difference(double[] rows, ReadOnlySpan<double> same, ReadOnlySpan<ulong> sides, bool isSwapped)
    {
        double above = same[0];
        double below = same[1];
        double otherAbove = same[0];
        double otherBelow = same[1];
        for (int at = 0, pair = 0; at < rows.Length; at += 4, pair++)
        {
            int swap = isSwapped ? (int)((sides[pair >> 6] >> (pair & 63)) & 1) << 1 : 0;
            above += rows[at + swap];
            below += rows[at + swap + 1];
            otherAbove += rows[at + (swap ^ 2)];
            otherBelow += rows[at + (swap ^ 2) + 1];
        }

        return (otherAbove / otherBelow) - (above / below);
    }
}
