using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>The endings that follow each other after one repeated body: <c>|1 … :|2 … ||</c>.</summary>
internal sealed class EndingGroup
{
    private const int LargestGroup = 64;

    private readonly List<(IReadOnlyList<int> Numbers, int Start, int End)> endings = [];

    private EndingGroup() { }

    /// <summary>How often the body is played.</summary>
    public int Passes { get; private set; }

    /// <summary>The bar that starts the first ending.</summary>
    public int Start => endings[0].Start;

    /// <summary>The element that closes the last ending.</summary>
    public int End => endings[^1].End;

    /// <summary>The group that starts at a bar.</summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="start">A bar that starts an ending.</param>
    /// <param name="end">Where the music ends.</param>
    public static EndingGroup At(IReadOnlyList<TuneElement> elements, int start, int end)
    {
        EndingGroup group = new();
        HashSet<int> taken = [];
        for (int? next = start; next is { } at && group.endings.Count < LargestGroup; )
        {
            IReadOnlyList<int> numbers = ((Bar)elements[at]).Endings;
            if (numbers.Any(taken.Contains))
            {
                break;
            }

            taken.UnionWith(numbers);
            int close = Close(elements, at, end);
            group.endings.Add((numbers, at, close));
            next = Touching(elements, close, end);
        }

        group.CutLast(elements, end);
        group.Passes = Math.Min(taken.Max(), LargestGroup);
        if (group.endings.Count == 1 && group.End < end && elements[group.End] is Bar { EndsRepeat: > 0 and int colons })
        {
            group.Passes = Math.Max(group.Passes, Math.Min(colons + 1, LargestGroup));
        }

        return group;
    }

    /// <summary>Whether the endings are 1, 2, … in order, at least two, and every one but the last goes back by a repeat.</summary>
    public bool IsPaired(IReadOnlyList<TuneElement> elements)
    {
        int expected = 1;
        for (int ending = 0; ending < endings.Count; ending++)
        {
            foreach (int number in endings[ending].Numbers)
            {
                if (number != expected++)
                {
                    return false;
                }
            }

            int close = endings[ending].End;
            if (ending < endings.Count - 1 && (close >= elements.Count || elements[close] is not Bar { EndsRepeat: > 0 }))
            {
                return false;
            }
        }

        return endings.Count > 1;
    }

    /// <summary>The ending for a pass: where its first bar and the bar that closes it stand; null where there is none.</summary>
    public (int Start, int End)? For(int pass)
    {
        foreach ((IReadOnlyList<int> numbers, int start, int end) in endings)
        {
            if (numbers.Contains(pass))
            {
                return (start, end);
            }
        }

        return null;
    }

    // Where what comes next after the last ending belongs to a later part, its ':|' or its endings, no bar says where the last ending
    // ends: it is as long as the first one, and the later part begins there. Source: docs/definitions/counting.md.
    private void CutLast(IReadOnlyList<TuneElement> elements, int end)
    {
        (IReadOnlyList<int> numbers, int start, int close) = endings[^1];
        if (
            endings.Count > 1
            && close < end
            && elements[close] is Bar bar
            && (bar.EndsRepeat > 0 || (bar.Endings.Count > 0 && !bar.StartsRepeat))
        )
        {
            int measures = Math.Max(1, MeasureEnds(elements, endings[0].Start, endings[0].End).Count());
            int last = MeasureEnds(elements, start, close).Take(measures).LastOrDefault(close);
            endings[^1] = (numbers, start, last);
        }
    }

    // The elements that close the measures of an ending.
    private static IEnumerable<int> MeasureEnds(IReadOnlyList<TuneElement> elements, int start, int end)
    {
        int open = 0;
        for (int at = start + 1; at <= end; at++)
        {
            if (at == end || elements[at] is Bar)
            {
                for (; open > 0; open--)
                {
                    yield return at;
                }
            }
            else if (elements[at] is Note or Chord or Rest)
            {
                open = Math.Max(open, elements[at] is Rest { Measures: > 1 } rest ? rest.Measures : 1);
            }
        }
    }

    private static int Close(IReadOnlyList<TuneElement> elements, int start, int end)
    {
        int at = start + 1;
        while (at < end && elements[at] is not (Bar { IsStructural: true } or PartStart))
        {
            at++;
        }

        return at;
    }

    private static int? Touching(IReadOnlyList<TuneElement> elements, int close, int end)
    {
        for (int at = close; at < end && elements[at] is not (Note or Chord or Rest or PartStart); at++)
        {
            if (elements[at] is Bar { Endings.Count: > 0 })
            {
                return at;
            }
        }

        return null;
    }
}
