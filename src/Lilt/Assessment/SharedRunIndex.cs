namespace Lilt.Assessment;

/// <summary>A corpus, prepared for finding runs of notes that a tune shares with it. Exact.</summary>
/// <remarks>
/// A suffix array of all tunes, each closed by a separator that no run crosses. Suffixes are sorted by their first eight notes at once,
/// then, group by group, by doubling the sorted length. Memory: about 21 bytes a note while it is made, 5 afterwards. Safe for threads.
/// Source: U. Manber and G. Myers, Suffix arrays: a new method for on-line string searches, SIAM J. Comput. 22 (1993) 935–948.
/// </remarks>
public sealed class SharedRunIndex
{
    private const int FirstSorted = 8;

    private readonly byte[] text;
    private readonly int[] suffixes;

    /// <param name="tunes">The corpus: a tune's notes, one byte a note, none of them 0.</param>
    /// <exception cref="ArgumentException">A note is 0, which closes a tune here.</exception>
    public SharedRunIndex(IReadOnlyList<byte[]> tunes)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        text = new byte[tunes.Sum(tune => tune.Length + 1)];
        int end = 0;
        foreach (byte[] tune in tunes)
        {
            if (tune.AsSpan().Contains((byte)0))
            {
                throw new ArgumentException("A note is 0, which closes a tune here.", nameof(tunes));
            }

            tune.CopyTo(text, end);
            end += tune.Length + 1;
        }

        suffixes = Sort(text);
    }

    /// <summary>The longest run, from each note of a tune on, that stands anywhere in a tune of the corpus.</summary>
    /// <param name="notes">The tune's notes, one byte a note.</param>
    /// <param name="destination">As many lengths, in notes: 0 where the note itself is in no tune.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    public void LongestRuns(ReadOnlySpan<byte> notes, Span<int> destination)
    {
        if (destination.Length != notes.Length)
        {
            throw new ArgumentException($"{destination.Length} lengths for {notes.Length} notes.", nameof(destination));
        }

        for (int start = 0; start < notes.Length; start++)
        {
            destination[start] = LongestPrefix(notes[start..]);
        }
    }

    private static int[] Sort(byte[] text)
    {
        int count = text.Length;
        int[] remaining = new int[count];
        int[] sorted = new int[count];
        ulong[] keys = new ulong[count];
        for (int at = count - 1, left = 0; at >= 0; at--)
        {
            left = text[at] == 0 ? 0 : left + 1;
            remaining[at] = left;
            sorted[at] = at;
            for (int i = 0; i < FirstSorted; i++)
            {
                keys[at] |= i < left ? (ulong)text[at + i] << (8 * (FirstSorted - 1 - i)) : 0;
            }
        }

        Array.Sort(keys, sorted);
        int[] rank = new int[count];
        List<(int First, int Length)> groups = [];
        for (int first = 0; first < count; )
        {
            int next = first + 1;
            while (next < count && keys[next] == keys[first])
            {
                next++;
            }

            AddGroup(sorted, rank, remaining, first, next - first, FirstSorted, groups);
            first = next;
        }

        int[] ranks = new int[count];
        for (int length = FirstSorted; groups.Count > 0; length *= 2)
        {
            groups = Double(sorted, rank, ranks, remaining, groups, length);
        }

        return sorted;
    }

    private static List<(int First, int Length)> Double(
        int[] sorted,
        int[] rank,
        int[] scratch,
        int[] remaining,
        List<(int First, int Length)> groups,
        int length
    )
    {
        foreach ((int first, int count) in groups)
        {
            for (int i = first; i < first + count; i++)
            {
                scratch[i] = rank[sorted[i] + length];
            }

            Array.Sort(scratch, sorted, first, count);
        }

        List<(int First, int Length)> unsorted = [];
        foreach ((int first, int count) in groups)
        {
            for (int start = first; start < first + count; )
            {
                int next = start + 1;
                while (next < first + count && scratch[next] == scratch[start])
                {
                    next++;
                }

                AddGroup(sorted, rank, remaining, start, next - start, 2 * length, unsorted);
                start = next;
            }
        }

        return unsorted;
    }

    // Suffixes that end within the sorted length are equal up to their tunes' ends: their order does not matter.
    private static void AddGroup(
        int[] sorted,
        int[] rank,
        int[] remaining,
        int first,
        int count,
        int sortedLength,
        List<(int First, int Length)> unsorted
    )
    {
        for (int i = first; i < first + count; i++)
        {
            rank[sorted[i]] = first;
        }

        if (count > 1 && remaining[sorted[first]] >= sortedLength)
        {
            unsorted.Add((first, count));
        }
    }

    private int LongestPrefix(ReadOnlySpan<byte> notes)
    {
        int low = 0;
        int high = suffixes.Length;
        int longest = 0;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            ReadOnlySpan<byte> suffix = text.AsSpan(suffixes[middle]);
            int common = suffix.CommonPrefixLength(notes);
            longest = Math.Max(longest, common);
            if (common == notes.Length)
            {
                return common;
            }

            if (common == suffix.Length || suffix[common] < notes[common])
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return longest;
    }
}
