using System.Runtime.CompilerServices;

namespace Lilt.Assessment;

/// <summary>
/// The edit distance (insertions, deletions, substitutions, each 1) from one sequence, set up once, to many others.
/// </summary>
/// <remarks>
/// Bit-parallel, 64 rows of the table a word: O(⌈n/64⌉ · m). A column's differences stand in two bit vectors, plus and minus; a carry of
/// −1, 0 or +1 passes from block to block. The last block's highest row is the sequence's last symbol, so the distance is followed there.
/// Source: G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, J. ACM 46 (1999) 395–415;
/// H. Hyyrö, Explaining and extending the bit-parallel approximate string matching algorithm of Myers, report A-2001-10, Tampere (2001).
/// Not safe for threads: it keeps scratch; make one a thread.
/// </remarks>
public sealed class EditDistance
{
    private const int Alphabet = 256;

    private readonly int length;
    private readonly int blocks;
    private readonly ulong[] matches;
    private readonly ulong[] plus;
    private readonly ulong[] minus;

    /// <param name="sequence">The sequence to measure from, one byte a symbol; it is not kept.</param>
    public EditDistance(ReadOnlySpan<byte> sequence)
    {
        length = sequence.Length;
        blocks = Math.Max(1, (length + 63) / 64);
        matches = new ulong[Alphabet * blocks];
        plus = new ulong[blocks];
        minus = new ulong[blocks];
        for (int row = 0; row < length; row++)
        {
            matches[(sequence[row] * blocks) + (row >> 6)] |= 1UL << (row & 63);
        }
    }

    /// <summary>The distance to another sequence, if it is no more than a limit.</summary>
    /// <param name="other">The other sequence, one byte a symbol.</param>
    /// <param name="limit">The largest distance of interest, at least 0.</param>
    /// <returns>The distance; some number over <paramref name="limit"/> where the distance is over it.</returns>
    public int To(ReadOnlySpan<byte> other, int limit = int.MaxValue)
    {
        if (length == 0)
        {
            return other.Length;
        }

        plus.AsSpan().Fill(ulong.MaxValue);
        minus.AsSpan().Clear();
        int distance = length;
        int lastShift = (length - 1) & 63;
        for (int column = 0; column < other.Length; column++)
        {
            int row = other[column] * blocks;
            ulong carryPlus = 1;
            ulong carryMinus = 0;
            for (int block = 0; block < blocks - 1; block++)
            {
                Advance(matches[row + block], ref plus[block], ref minus[block], ref carryPlus, ref carryMinus, 63);
            }

            Advance(matches[row + blocks - 1], ref plus[blocks - 1], ref minus[blocks - 1], ref carryPlus, ref carryMinus, lastShift);
            distance += (int)carryPlus - (int)carryMinus;

            // Each column still to come lowers the last row by at most 1.
            if (distance - (other.Length - column - 1) > limit)
            {
                return distance - (other.Length - column - 1);
            }
        }

        return distance;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance(ulong match, ref ulong plus, ref ulong minus, ref ulong carryPlus, ref ulong carryMinus, int outShift)
    {
        ulong vertical = match | minus;
        match |= carryMinus;
        ulong horizontal = (((match & plus) + plus) ^ plus) | match;
        ulong up = minus | ~(horizontal | plus);
        ulong down = plus & horizontal;
        ulong nextPlus = (up >> outShift) & 1;
        ulong nextMinus = (down >> outShift) & 1;
        up = (up << 1) | carryPlus;
        down = (down << 1) | carryMinus;
        plus = down | ~(vertical | up);
        minus = up & vertical;
        carryPlus = nextPlus;
        carryMinus = nextMinus;
    }
}
