using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>In which order a voice's music is played: repeats, endings and parts as a musician takes them.</summary>
/// <remarks>
/// A repeat goes back to its <c>|:</c>, which the start of the tune and of a part stand for; where the section before it was a repeat as
/// well, to the end of that or to a double bar since. The bodies of endings are played as often as their largest number says. A pass
/// that has no ending skips them all. Source: ABC 2.1, 4.8 to 4.10.
/// </remarks>
internal sealed class PlayingOrder
{
    /// <summary>The most elements that are played: about a day of music. What goes on longer is cut there.</summary>
    internal const int LargestPlayed = 1_000_000;

    private readonly IReadOnlyList<TuneElement> elements;
    private readonly HashSet<int> partStarts = [];
    private readonly List<(int Start, int End)> spans = [];
    private int played;

    private PlayingOrder(IReadOnlyList<TuneElement> elements) => this.elements = elements;

    private bool IsFull => played >= LargestPlayed;

    /// <summary>The spans of elements in playing order, each from its start up to but without its end.</summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="partOrder">The parts in playing order; empty to play what is written from start to end.</param>
    /// <param name="isCut">Whether the music went on beyond <see cref="LargestPlayed"/>.</param>
    public static IReadOnlyList<(int Start, int End)> Of(
        IReadOnlyList<TuneElement> elements,
        IReadOnlyList<string> partOrder,
        out bool isCut
    )
    {
        PlayingOrder order = new(elements);
        Dictionary<string, (int Start, int End)> parts = [];
        int prelude = elements.Count;
        for (int at = elements.Count - 1, end = elements.Count; at >= 0; at--)
        {
            if (elements[at] is PartStart part)
            {
                int start = order.StartOf(at);
                order.partStarts.Add(start);
                if (order.HasMusic(start, end))
                {
                    parts[part.Name] = (start, end);
                }

                prelude = end = start;
            }
        }

        if (partOrder.Count == 0 || !partOrder.Any(parts.ContainsKey))
        {
            order.Play(0, elements.Count);
        }
        else
        {
            order.Play(0, prelude);
            Dictionary<string, int> times = partOrder.CountBy(name => name).ToDictionary();
            Dictionary<string, int> passes = [];
            foreach (string name in partOrder)
            {
                if (!parts.TryGetValue(name, out (int Start, int End) part) || order.IsFull)
                {
                    continue;
                }

                if (times[name] > 1 && order.OneEndingATime(part.Start, part.End, times[name]) is { } group)
                {
                    int pass = passes[name] = passes.GetValueOrDefault(name) + 1;
                    order.PlayOnce(part, group, pass);
                }
                else
                {
                    order.Play(part.Start, part.End);
                }
            }
        }

        isCut = order.IsFull;
        return order.spans;
    }

    /// <summary>The spans of a stretch that is played once, of each group of endings the last: after a jump back, as a musician does.</summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="start">Its first element.</param>
    /// <param name="end">The element after its last.</param>
    public static IReadOnlyList<(int Start, int End)> Once(IReadOnlyList<TuneElement> elements, int start, int end)
    {
        List<(int Start, int End)> once = [];
        int from = start;
        for (int at = start; at < end; at++)
        {
            if (elements[at] is Bar { Endings.Count: > 0 })
            {
                EndingGroup group = EndingGroup.At(elements, at, end);
                (int first, int last) = group.For(group.Passes) ?? (group.End, group.End);
                once.Add((from, at));
                once.Add((first, last));
                from = group.End;
                at = Math.Max(at, group.End - 1);
            }
        }

        once.Add((from, end));
        once.RemoveAll(span => span.End <= span.Start);
        return once;
    }

    // The endings of a part that is ordered as often as their largest number says, and that is nothing but its body and them: each time the
    // part is played is one pass. Source: ABC 2.1, 4.10.
    private EndingGroup? OneEndingATime(int start, int end, int times)
    {
        int at = start;
        for (; at < end && elements[at] is not Bar { Endings.Count: > 0 }; at++)
        {
            if (elements[at] is Bar { EndsRepeat: > 0 } or Bar { StartsRepeat: true } && HasMusic(start, at))
            {
                return null;
            }
        }

        return at < end && EndingGroup.At(elements, at, end) is { } group && group.Passes == times && !HasMusic(group.End, end)
            ? group
            : null;
    }

    private void PlayOnce((int Start, int End) part, EndingGroup group, int pass)
    {
        Add(part.Start, group.Start);
        if (group.For(pass) is (int first, int close))
        {
            Add(first, close);
        }

        Add(group.End, part.End);
    }

    private bool HasMusic(int start, int end)
    {
        while (start < end && elements[start] is not (Note or Chord or Rest))
        {
            start++;
        }

        return start < end;
    }

    // The bar that ends the part before may stand after a part's name: ':|' and '::'.
    private int StartOf(int part)
    {
        for (int at = part + 1; at < elements.Count && elements[at] is not (Note or Chord or Rest or PartStart); at++)
        {
            if (elements[at] is Bar { EndsRepeat: > 0 })
            {
                return at + 1;
            }
        }

        return part;
    }

    private void Play(int start, int end)
    {
        int section = start;
        int from = start;
        int pass = 1;
        bool isOpen = true;
        EndingGroup? group = null;
        int endingEnd = -1;
        for (int at = start; !IsFull; )
        {
            if (group is not null && at == endingEnd)
            {
                Add(from, at);
                if (pass < group.Passes)
                {
                    pass++;
                    at = from = section;
                }
                else
                {
                    pass = 1;
                    from = group.End;
                    at = section = Math.Min(from + 1, end);
                    isOpen = from < end && (partStarts.Contains(from) || elements[from] is Bar { StartsRepeat: true });
                }

                group = null;
                continue;
            }

            if (at >= end)
            {
                break;
            }

            if (partStarts.Contains(at) && (at != section || pass == 1))
            {
                (section, pass, isOpen) = (at, 1, true);
            }

            if (elements[at] is Bar bar)
            {
                // A first ending begins before its repeat ends: ':|1' is '|1'.
                if (bar.EndsRepeat > 0 && group is null && !bar.Endings.Contains(1))
                {
                    if (pass <= bar.EndsRepeat)
                    {
                        Add(from, at);
                        pass++;
                        at = from = section;
                        continue;
                    }

                    (section, pass, isOpen) = (at + 1, 1, false);
                }

                if (bar.StartsRepeat)
                {
                    (section, pass, isOpen) = (at + 1, 1, true);
                }
                else if (!isOpen && pass == 1 && bar is { Endings.Count: 0, Line: BarLine.Doubled or BarLine.Final or BarLine.Initial })
                {
                    section = at + 1;
                }

                if (bar.Endings.Count > 0)
                {
                    EndingGroup found = EndingGroup.At(elements, at, end);
                    if (found.For(pass) is { } ending)
                    {
                        Add(from, at);
                        (group, endingEnd) = (found, ending.End);
                        from = ending.Start;
                        at = ending.Start + 1;
                        continue;
                    }

                    if (pass > 1)
                    {
                        Add(from, at);
                        pass = 1;
                        from = found.End;
                        at = section = Math.Min(from + 1, end);
                        isOpen = from < end && (partStarts.Contains(from) || elements[from] is Bar { StartsRepeat: true });
                        continue;
                    }
                }
            }

            at++;
        }

        Add(from, end);
    }

    private void Add(int start, int end)
    {
        end = Math.Min(end, start + LargestPlayed - played);
        if (end > start)
        {
            spans.Add((start, end));
        }

        // An empty repeat costs something too, so that a text of nothing but repeats comes to an end.
        played += Math.Max(1, end - start);
    }
}
