using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>The jumps of a tune: da capo, dal segno, coda, fine.</summary>
/// <remarks>
/// The first voice that has such signs gives them for all. A jump back holds at the bar after its sign and is taken once, when the repeats
/// around it are done; after it no repeat is taken, and of endings the last. It ends at the bar after the fine; or it goes on from a coda
/// sign before the jump (at the start of a measure at once, else at its bar) to the one behind it; where the tune has none of them, what
/// stands behind the jump's sign follows.
/// </remarks>
internal sealed class Directions
{
    private readonly List<DirectionMark> marks = [];

    private Directions() { }

    /// <summary>The signs of a tune.</summary>
    /// <param name="voices">The voices as they are played.</param>
    public static Directions Of(IReadOnlyList<Voice> voices)
    {
        Directions directions = new();
        foreach (Voice voice in voices)
        {
            directions.Read(voice.Elements);
            if (directions.marks.Count > 0)
            {
                break;
            }
        }

        return directions;
    }

    /// <summary>Lays the jumps into a playing order.</summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="spans">Its order without jumps.</param>
    public IReadOnlyList<(int Start, int End)> Apply(IReadOnlyList<TuneElement> elements, IReadOnlyList<(int Start, int End)> spans)
    {
        if (Find(mark => mark.Text.Direction is Direction.DaCapo or Direction.DalSegno) is not { } back)
        {
            return spans;
        }

        Fraction[] written = WrittenBefore(elements);
        int at = Place(written, back.At);
        int last = -1;
        for (int span = 0; span < spans.Count; span++)
        {
            last = spans[span].Start < at && at <= spans[span].End ? span : last;
        }

        if (last < 0)
        {
            return spans;
        }

        List<(int, int)> played = [.. spans.Take(last), (spans[last].Start, at)];
        DirectionMark? segno = back.Text.Direction == Direction.DalSegno ? Find(mark => mark.Text.Direction == Direction.Segno) : null;
        int target = segno is { } sign ? After(elements, written, sign) : 0;
        if (back.Text.Goal != Direction.Coda && Find(mark => mark.Text.Direction == Direction.Fine) is { } fine)
        {
            int end = Place(written, fine.At);
            played.AddRange(PlayingOrder.Once(elements, target, end > target ? end : at));
            return played;
        }

        bool toCoda = back.Text.Goal != Direction.Fine;
        DirectionMark? leave = toCoda
            ? Find(mark => mark.Text.Direction == Direction.ToCoda)
                ?? Find(mark => mark.Text.Direction == Direction.Coda && mark.At < back.At)
            : null;
        DirectionMark? coda = toCoda ? Find(mark => mark.Text.Direction == Direction.Coda && mark.At >= back.At) : null;
        played.AddRange(PlayingOrder.Once(elements, target, Math.Max(target, leave is { } there ? Place(written, there.At) : at)));
        if (coda is { } goal)
        {
            int start = After(elements, written, goal);
            played.AddRange(PlayingOrder.Of([.. elements.Skip(start)], [], out _).Select(span => (span.Start + start, span.End + start)));
        }
        else
        {
            played.Add((at, spans[last].End));
            played.AddRange(spans.Skip(last + 1));
        }

        return played;
    }

    private DirectionMark? Find(Predicate<DirectionMark> match) => marks.FindIndex(match) is >= 0 and int index ? marks[index] : null;

    private static int Place(Fraction[] written, Fraction at) => Array.FindIndex(written, before => before >= at);

    // Where music begins at a sign: behind the bars that stand at the same time.
    private static int After(IReadOnlyList<TuneElement> elements, Fraction[] written, DirectionMark mark)
    {
        int place = Place(written, mark.At);
        for (int at = place; at < elements.Count && written[at] == mark.At && elements[at] is not (Note or Chord or Rest); at++)
        {
            place = elements[at] is Bar ? at + 1 : place;
        }

        return place;
    }

    // The music written before each element, and before the end; overlays take no time of their own.
    private static Fraction[] WrittenBefore(IReadOnlyList<TuneElement> elements)
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

    private void Read(IReadOnlyList<TuneElement> elements)
    {
        Fraction[] written = WrittenBefore(elements);
        for (int at = 0; at < elements.Count; at++)
        {
            if (elements[at] is Decoration decoration && DirectionText.Parse(decoration.Name) is { } text)
            {
                bool holdsHere = text.Direction == Direction.Segno || StandsAtABar(elements, at, text.Direction);
                marks.Add(new DirectionMark(text, written[holdsHere ? at : NextBar(elements, at)]));
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
