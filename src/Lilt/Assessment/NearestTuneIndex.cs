using System.Numerics;
using System.Runtime.InteropServices;

namespace Lilt.Assessment;

/// <summary>A corpus, prepared for finding the tune whose notes are nearest by normalised edit distance. Exact.</summary>
/// <remarks>
/// Two tunes of n and m notes lie at least max(n, m) − Σ min(count of each note) apart, which also bounds by length. Candidates are tried
/// in the order of that bound over max(n, m), until the bound is over the nearest found; each is measured no further than that.
/// Safe for threads.
/// </remarks>
public sealed class NearestTuneIndex
{
    // A count over 255 is kept as 255: the shared notes could then be undercounted, so such tunes get no bound but their length's.
    private const int LargestCount = 255;

    private readonly byte[][] tunes;
    private readonly byte[] slotOfSymbol = new byte[256];
    private readonly int slots;
    private readonly byte[] counts;
    private readonly bool[] saturated;

    /// <param name="tunes">The corpus: a tune's notes, one byte a note. Tunes without notes are never nearest.</param>
    public NearestTuneIndex(IReadOnlyList<byte[]> tunes)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        this.tunes = [.. tunes];
        int used = 0;
        bool[] seen = new bool[256];
        foreach (byte symbol in this.tunes.SelectMany(tune => tune))
        {
            if (!seen[symbol])
            {
                seen[symbol] = true;
                slotOfSymbol[symbol] = (byte)Math.Min(++used, 255);
            }
        }

        // Slot 0 is for notes that the corpus does not hold; it stays 0 in every tune of the corpus.
        int width = Vector<byte>.Count;
        slots = (Math.Min(used, 255) + 1 + width - 1) / width * width;
        counts = new byte[slots * this.tunes.Length];
        saturated = new bool[this.tunes.Length];
        for (int index = 0; index < this.tunes.Length; index++)
        {
            saturated[index] = !Count(this.tunes[index], counts.AsSpan(index * slots, slots));
        }
    }

    /// <summary>The nearest tune.</summary>
    /// <param name="notes">The tune's notes, one byte a note.</param>
    /// <returns>Null where the tune or the whole corpus has no notes.</returns>
    public NearestTune? Find(ReadOnlySpan<byte> notes)
    {
        if (notes.Length == 0)
        {
            return null;
        }

        byte[] own = new byte[slots];
        bool ownSaturated = !Count(notes, own);
        own[0] = 0;
        double[] bounds = new double[tunes.Length];
        int[] order = new int[tunes.Length];
        for (int index = 0; index < tunes.Length; index++)
        {
            int longer = Math.Max(notes.Length, tunes[index].Length);
            int shared =
                ownSaturated || saturated[index]
                    ? Math.Min(notes.Length, tunes[index].Length)
                    : Shared(own, counts.AsSpan(index * slots, slots));
            bounds[index] = (double)(longer - shared) / longer;
            order[index] = index;
        }

        Array.Sort(bounds, order);
        EditDistance distance = new(notes);
        NearestTune? nearest = null;
        for (int rank = 0; rank < order.Length; rank++)
        {
            byte[] tune = tunes[order[rank]];
            if (tune.Length == 0)
            {
                continue;
            }

            int longer = Math.Max(notes.Length, tune.Length);
            int limit = longer;
            if (nearest is { } best)
            {
                if (bounds[rank] > best.Normalised)
                {
                    break;
                }

                limit = (int)((long)best.Distance * longer / best.Length);
            }

            int found = distance.To(tune, limit);
            if (found <= limit && IsNearer(found, longer, order[rank], nearest))
            {
                nearest = new NearestTune(order[rank], found, longer);
            }
        }

        return nearest;
    }

    private static bool IsNearer(int distance, int length, int index, NearestTune? nearest)
    {
        if (nearest is not { } best)
        {
            return true;
        }

        long mine = (long)distance * best.Length;
        long other = (long)best.Distance * length;
        return mine < other || (mine == other && index < best.Index);
    }

    private static int Shared(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        ReadOnlySpan<Vector<byte>> left = MemoryMarshal.Cast<byte, Vector<byte>>(first);
        ReadOnlySpan<Vector<byte>> right = MemoryMarshal.Cast<byte, Vector<byte>>(second);
        Vector<ushort> sum = Vector<ushort>.Zero;
        for (int i = 0; i < left.Length; i++)
        {
            Vector.Widen(Vector.Min(left[i], right[i]), out Vector<ushort> low, out Vector<ushort> high);
            sum += low + high;
        }

        return (int)(Vector.Sum(Vector.WidenLower(sum)) + Vector.Sum(Vector.WidenUpper(sum)));
    }

    private bool Count(ReadOnlySpan<byte> notes, Span<byte> destination)
    {
        bool exact = true;
        foreach (byte note in notes)
        {
            ref byte count = ref destination[slotOfSymbol[note]];
            exact &= count < LargestCount;
            count = count < LargestCount ? (byte)(count + 1) : count;
        }

        return exact;
    }
}
