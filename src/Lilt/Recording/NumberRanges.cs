using System.Globalization;
using System.Text;

namespace Lilt.Recording;

/// <summary>Numbers from 0 as text: <c>3,5-9,12</c>.</summary>
public static class NumberRanges
{
    /// <summary>Writes numbers, runs joined.</summary>
    /// <param name="numbers">Ascending, none twice.</param>
    public static string Write(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        StringBuilder text = new();
        for (int at = 0; at < numbers.Count; )
        {
            int end = at;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            text.Append(text.Length > 0 ? "," : string.Empty).Append(CultureInfo.InvariantCulture, $"{numbers[at]}");
            if (end > at)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{numbers[end]}");
            }

            at = end + 1;
        }

        return text.ToString();
    }

    /// <summary>Reads numbers, in any order.</summary>
    /// <param name="text">Numbers and runs with commas between.</param>
    /// <param name="count">How many there are: they go from 0 to one less.</param>
    /// <returns>Ascending, none twice.</returns>
    /// <exception cref="FormatException">It is no such text, or names a number that there is not; the message is a sentence.</exception>
    public static IReadOnlyList<int> Read(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        SortedSet<int> numbers = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Trim().Split('-');
            if (
                ends.Length > 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int to)
                || to < from
            )
            {
                throw new FormatException($"'{part}' is no number and no run of them: write 3,5-9.");
            }

            if (to >= count)
            {
                throw new FormatException(FormattableString.Invariant($"There is no {to}: they go from 0 to {count - 1}."));
            }

            numbers.UnionWith(Enumerable.Range(from, to - from + 1));
        }

        return [.. numbers];
    }
}
