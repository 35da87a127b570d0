using Lilt.Notation;
using Lilt.Notation.Elements;

namespace Lilt.Assessment;

/// <summary>How a tune is built: repeats, endings, parts. Of several voices, the first is looked at.</summary>
internal static class TuneStructure
{
    private const int MeasuresOfAPart = 8;

    /// <summary>
    /// Whether repeats are well formed: no <c>|:</c> inside a repeat that is open, no <c>:|</c> that repeats nothing. And whether they are
    /// closed as well: well formed, and none is open at the tune's end.
    /// </summary>
    public static (bool AreWellFormed, bool AreClosed) Repeats(IReadOnlyList<TuneElement> elements)
    {
        bool isOpen = false;
        bool hasMusic = false;
        foreach (TuneElement element in elements)
        {
            if (element is Bar bar)
            {
                if (bar.EndsRepeat > 0)
                {
                    if (!hasMusic)
                    {
                        return (false, false);
                    }

                    (isOpen, hasMusic) = (false, false);
                }

                if (bar.StartsRepeat)
                {
                    if (isOpen)
                    {
                        return (false, false);
                    }

                    (isOpen, hasMusic) = (true, false);
                }
            }
            else
            {
                hasMusic |= element is Note or Chord or Rest;
            }
        }

        return (true, !isOpen);
    }

    /// <summary>Whether endings come in pairs, or more, in order; null where there is none.</summary>
    public static bool? EndingsArePaired(IReadOnlyList<TuneElement> elements)
    {
        bool? paired = null;
        for (int at = 0; at < elements.Count; at++)
        {
            if (elements[at] is Bar { Endings.Count: > 0 })
            {
                EndingGroup group = EndingGroup.At(elements, at, elements.Count);
                if (!group.IsPaired(elements))
                {
                    return false;
                }

                paired = true;
                at = group.End - 1;
            }
        }

        return paired;
    }

    /// <summary>The parts of at least one measure, and how many of them have eight.</summary>
    /// <remarks>
    /// A part runs from one structural bar to the next, through its first ending; later endings are left out. Pickups and empty measures
    /// don't add to its length, split measures a half each.
    /// </remarks>
    public static (int Parts, int OfEight) Parts(IReadOnlyList<CountedMeasure> measures)
    {
        int parts = 0;
        int ofEight = 0;
        int halves = 0;
        bool isLaterEnding = false;
        foreach (CountedMeasure measure in measures)
        {
            Joint before = measure.Measure.Before;
            if (before.IsStructural && before.Endings.Contains(1) && !before.EndsRepeat)
            {
                isLaterEnding = false;
            }
            else if (before.IsStructural)
            {
                Close();
                isLaterEnding = before.Endings.Count > 0;
            }

            halves += isLaterEnding
                ? 0
                : measure.Verdict switch
                {
                    Verdict.Pickup or Verdict.Empty => 0,
                    Verdict.Split => 1,
                    _ => 2,
                };
        }

        Close();
        return (parts, ofEight);

        void Close()
        {
            parts += halves >= 2 ? 1 : 0;
            ofEight += halves == 2 * MeasuresOfAPart ? 1 : 0;
            halves = 0;
        }
    }

    /// <summary>
    /// Whether a pickup at the start and the last measure make a measure together; null where the tune begins without a pickup.
    /// </summary>
    public static bool? PickupIsCompleted(IReadOnlyList<CountedMeasure> measures)
    {
        CountedMeasure? first = measures.FirstOrDefault(measure => !measure.Measure.IsEmpty);
        if (first is not { Verdict: Verdict.Pickup, Measure.Meter.Measure: { } whole })
        {
            return null;
        }

        CountedMeasure last = measures.Last(measure => !measure.Measure.IsEmpty);
        return first.Measure.Duration + last.Measure.Duration == whole;
    }
}
