using Lilt.Statistics;

namespace Lilt.Studies;

/// <summary>How many steps lie between one event of a tune and the next: of a token, or of any family of tokens. Immutable.</summary>
public sealed class OnsetIntervals
{
    private OnsetIntervals(int[] onsets, int[] intervals)
    {
        Onsets = onsets;
        Intervals = intervals;
    }

    /// <summary>The steps at which the event takes place, ascending.</summary>
    public IReadOnlyList<int> Onsets { get; }

    /// <summary>The differences of neighbouring onsets, in the tune's order; one fewer than the onsets.</summary>
    public IReadOnlyList<int> Intervals { get; }

    /// <summary>Finds the intervals of an event.</summary>
    /// <param name="events">[T], whether the event takes place at each step.</param>
    public static OnsetIntervals Of(ReadOnlySpan<bool> events)
    {
        List<int> onsets = [];
        for (int step = 0; step < events.Length; step++)
        {
            if (events[step])
            {
                onsets.Add(step);
            }
        }

        int[] intervals = new int[Math.Max(onsets.Count - 1, 0)];
        for (int index = 0; index < intervals.Length; index++)
        {
            intervals[index] = onsets[index + 1] - onsets[index];
        }

        return new OnsetIntervals([.. onsets], intervals);
    }

    /// <summary>The median of the intervals of at least <paramref name="shortest"/> steps; null if there is none.</summary>
    /// <param name="shortest">2 leaves out bars that touch, so that the median of the measure tokens' intervals is the tune's measure
    /// interval.</param>
    public double? Median(int shortest = 1)
    {
        double[] sorted = [.. Intervals.Where(interval => interval >= shortest).Order()];
        return sorted.Length == 0 ? null : Quantile.Median(sorted);
    }

    /// <summary>How often each interval occurs, by interval.</summary>
    public IReadOnlyDictionary<int, int> Counts() =>
        new SortedDictionary<int, int>(Intervals.GroupBy(interval => interval).ToDictionary(group => group.Key, group => group.Count()));
}
