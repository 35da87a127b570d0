using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>The signs for jumps in a tune, and where they hold.</summary>
internal static class DirectionMarks
{
    /// <summary>The signs of the first voice that has any: they hold for all.</summary>
    /// <param name="voices">The voices as they are played.</param>
    public static IReadOnlyList<DirectionMark> Of(IReadOnlyList<Voice> voices)
    {
        foreach (Voice voice in voices)
        {
            if (Read(voice.Elements).ToArray() is { Length: > 0 } marks)
            {
                return marks;
            }
        }

        return [];
    }

    /// <summary>[elements + 1] The music written before each element, and before the end; overlays take no time of their own.</summary>
    public static Fraction[] Before(IReadOnlyList<TuneElement> elements)
    {
        Fraction[] written = new Fraction[elements.Count + 1];
        int overlaid = 0;
        for (int at = 0; at < elements.Count; at++)
        {
            overlaid =
                elements[at] is Overlay overlay ? overlay.Measures
                : elements[at] is Bar && overlaid > 0 ? overlaid - 1
                : overlaid;
            Fraction length =
                overlaid > 0
                    ? default
                    : elements[at] switch
                    {
                        Note note => note.Duration,
                        Chord chord => chord.Duration,
                        Rest rest => rest.Duration,
                        _ => default,
                    };
            written[at + 1] = written[at] + length;
        }

        return written;
    }

    private static IEnumerable<DirectionMark> Read(IReadOnlyList<TuneElement> elements)
    {
        Fraction[] written = Before(elements);
        for (int at = 0; at < elements.Count; at++)
        {
            if (elements[at] is Decoration decoration && DirectionText.Parse(decoration.Name) is { } text)
            {
                bool holdsHere = text.Direction == Direction.Segno || StandsAtABar(elements, at, text.Direction);
                yield return new DirectionMark(text, written[holdsHere ? at : NextBar(elements, at)], decoration);
            }
        }
    }

    private static int NextBar(IReadOnlyList<TuneElement> elements, int at)
    {
        while (at < elements.Count && elements[at] is not Bar)
        {
            at++;
        }

        return at;
    }

    // Behind a bar: a coda sign belongs to it; a jump or the fine does where its line holds no more music, else to the note after it.
    private static bool StandsAtABar(IReadOnlyList<TuneElement> elements, int at, Direction direction)
    {
        int before = at - 1;
        while (before >= 0 && elements[before] is not (Note or Chord or Rest or Bar))
        {
            before--;
        }

        if (before >= 0 && elements[before] is not Bar)
        {
            return false;
        }

        if (direction is Direction.Coda or Direction.ToCoda)
        {
            return true;
        }

        int after = at + 1;
        while (after < elements.Count && elements[after] is not (Note or Chord or Rest))
        {
            after++;
        }

        return before >= 0 && (after == elements.Count || elements[after].Position.Line > elements[at].Position.Line);
    }
}
