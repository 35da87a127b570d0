using System.Globalization;

namespace Lilt.Cli;

/// <summary>Shards as a person names them: <c>0-15,17</c>, or <c>all</c>.</summary>
internal static class ShardNumbers
{
    /// <summary>The numbers, in order, each once.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="count">How many shards there are.</param>
    /// <exception cref="InputException">It cannot be read, or names shards that there are not.</exception>
    public static IReadOnlyList<long> Parse(string text, long count)
    {
        SortedSet<long> numbers = [];
        foreach (string part in text == "all" ? [$"0-{count - 1}"] : text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryRead(ends[0], out long first) || !TryRead(ends[^1], out long last) || last < first)
            {
                throw new InputException($"--shards '{part}' is no number and no range such as 0-15.");
            }

            if (last >= count)
            {
                throw new InputException($"--shards '{part}': the sweep has the shards 0 to {count - 1}.");
            }

            for (long number = first; number <= last; number++)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
