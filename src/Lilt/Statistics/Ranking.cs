namespace Lilt.Statistics;

/// <summary>Things by a value: their numbers in order, equal ones by number.</summary>
public static class Ranking
{
    /// <summary>The largest value first; what is no number stands last.</summary>
    /// <param name="values">[n], one a thing.</param>
    /// <returns>[n] The things' numbers, from 0.</returns>
    public static int[] Descending(ReadOnlySpan<double> values)
    {
        double[] of = values.ToArray();
        return Sorted(of.Length, (a, b) => of[b].CompareTo(of[a]) is var order and not 0 ? order : a.CompareTo(b));
    }

    /// <summary>The smallest value first; what is no number stands before it.</summary>
    /// <param name="values">[n], one a thing.</param>
    /// <returns>[n] The things' numbers, from 0.</returns>
    public static int[] Ascending(ReadOnlySpan<double> values)
    {
        double[] of = values.ToArray();
        return Sorted(of.Length, (a, b) => of[a].CompareTo(of[b]) is var order and not 0 ? order : a.CompareTo(b));
    }

    private static int[] Sorted(int count, Comparison<int> order)
    {
        int[] numbers = new int[count];
        for (int number = 0; number < count; number++)
        {
            numbers[number] = number;
        }

        Array.Sort(numbers, order);
        return numbers;
    }
}
