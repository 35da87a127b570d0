namespace Lilt.Selection;

/// <summary>An order that sets like things side by side: each next one is the most like the last of those that are left.</summary>
public static class SimilarityChain
{
    /// <summary>Chains things by their likeness.</summary>
    /// <param name="likeness">[n, n], larger for more alike; the diagonal is not looked at.</param>
    /// <param name="first">The one that the chain begins with.</param>
    /// <returns>[n] All of them; of equally like ones the first by index comes first.</returns>
    public static int[] Of(double[,] likeness, int first)
    {
        ArgumentNullException.ThrowIfNull(likeness);
        int count = likeness.GetLength(0);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, count);
        bool[] taken = new bool[count];
        int[] order = new int[count];
        int last = first;
        for (int place = 0; place < count; place++)
        {
            if (place > 0)
            {
                int next = -1;
                for (int other = 0; other < count; other++)
                {
                    if (!taken[other] && (next < 0 || likeness[last, other] > likeness[last, next]))
                    {
                        next = other;
                    }
                }

                last = next;
            }

            taken[last] = true;
            order[place] = last;
        }

        return order;
    }
}
