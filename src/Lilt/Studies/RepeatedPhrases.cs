using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>Finds the phrases that return in a tune.</summary>
public static class RepeatedPhrases
{
    /// <summary>All maximal repeated phrases: some two of their places can be made longer neither to the left nor to the right.</summary>
    /// <param name="tokens">[T].</param>
    /// <param name="shortest">The fewest tokens of a phrase, at least 1.</param>
    /// <returns>The longest first, equally long ones by their first place. Each stands there once, with every place at which it
    /// begins.</returns>
    /// <remarks>
    /// Time grows with T² and with the length of what is found, memory with the latter. The maximal phrases are found along the diagonals
    /// of the tune's matches with itself; a phrase's places are those of the suffixes that begin with it.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The shortest phrase has less than one token.</exception>
    public static IReadOnlyList<RepeatedPhrase> Find(ReadOnlySpan<Token> tokens, int shortest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        Token[] tune = tokens.ToArray();
        int[] suffixes = [.. Enumerable.Range(0, tune.Length)];
        Array.Sort(suffixes, (a, b) => Compare(tune, a, b));
        int[] rank = new int[tune.Length];
        int[] shared = new int[tune.Length];
        for (int place = 0; place < suffixes.Length; place++)
        {
            rank[suffixes[place]] = place;
            shared[place] = place == 0 ? 0 : Shared(tune, suffixes[place - 1], suffixes[place]);
        }

        HashSet<(int Length, int FirstPlace)> seen = [];
        List<RepeatedPhrase> phrases = [];
        for (int lag = 1; lag < tune.Length; lag++)
        {
            int length = 0;
            for (int step = 0; step + lag <= tune.Length; step++)
            {
                if (step + lag < tune.Length && tune[step] == tune[step + lag])
                {
                    length++;
                    continue;
                }

                if (length >= shortest)
                {
                    (int first, int last) = Neighbours(shared, rank[step - length], length);
                    if (seen.Add((length, first)))
                    {
                        int[] starts = suffixes[first..(last + 1)];
                        Array.Sort(starts);
                        phrases.Add(new RepeatedPhrase(tune[(step - length)..step], starts));
                    }
                }

                length = 0;
            }
        }

        phrases.Sort(
            (a, b) => b.Tokens.Count.CompareTo(a.Tokens.Count) is var order and not 0 ? order : a.Starts[0].CompareTo(b.Starts[0])
        );
        return phrases;
    }

    private static int Compare(Token[] tune, int one, int other)
    {
        int same = Shared(tune, one, other);
        return one + same == tune.Length || other + same == tune.Length
            ? other.CompareTo(one)
            : tune[one + same].Index.CompareTo(tune[other + same].Index);
    }

    private static int Shared(Token[] tune, int one, int other) => tune.AsSpan(one).CommonPrefixLength(tune.AsSpan(other));

    // The suffixes around a place in sorted order that share at least so many tokens with it.
    private static (int First, int Last) Neighbours(int[] shared, int place, int length)
    {
        int first = place;
        while (shared[first] >= length)
        {
            first--;
        }

        int last = place;
        while (last + 1 < shared.Length && shared[last + 1] >= length)
        {
            last++;
        }

        return (first, last);
    }
}
