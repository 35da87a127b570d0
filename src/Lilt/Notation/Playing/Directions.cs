using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>The way through a voice that the jumps of a tune lead: da capo, dal segno, coda, fine.</summary>
/// <remarks>
/// A jump back holds at the bar after its sign and is taken once, when the repeats around it are done; a dal segno goes to the latest segno
/// before it. After it no repeat is taken, and of endings the last. It ends at the bar after the fine; or it goes on from a coda sign before
/// the jump (at the start of a measure at once, else at its bar) to the one behind it; where there is none of them, what stands behind the
/// jump's sign follows, to the next jump. Fine and coda are left to the jumps that name them, where any does that is still to come.
/// </remarks>
internal sealed class Directions
{
    /// <summary>The most jumps that are followed.</summary>
    internal const int MostJumps = 64;

    private readonly IReadOnlyList<DirectionMark> marks;
    private readonly IReadOnlyList<TuneElement> elements;
    private readonly Fraction[] written;
    private readonly int[] jumps;
    private readonly HashSet<int> taken = [];
    private readonly List<(int Start, int End)> played = [];
    private long length;

    private Directions(IReadOnlyList<DirectionMark> marks, IReadOnlyList<TuneElement> elements)
    {
        this.marks = marks;
        this.elements = elements;
        written = DirectionMarks.Before(elements);
        jumps = [.. Enumerable.Range(0, marks.Count).Where(index => marks[index].IsJump).Take(MostJumps)];
    }

    /// <summary>Lays the jumps into a playing order.</summary>
    /// <param name="marks">The signs of the tune.</param>
    /// <param name="elements">A voice's music.</param>
    /// <param name="spans">Its order without jumps.</param>
    /// <param name="isCut">Whether the music went on beyond <see cref="PlayingOrder.LargestPlayed"/>.</param>
    public static IReadOnlyList<(int Start, int End)> Apply(
        IReadOnlyList<DirectionMark> marks,
        IReadOnlyList<TuneElement> elements,
        IReadOnlyList<(int Start, int End)> spans,
        out bool isCut
    )
    {
        Directions directions = new(marks, elements);
        directions.Play(spans);
        isCut = directions.IsFull;
        return directions.played;
    }

    /// <summary>The jumps that the way through a voice never comes to.</summary>
    /// <param name="marks">The signs of the tune.</param>
    /// <param name="elements">The voice that they stand in.</param>
    public static IEnumerable<DirectionMark> NotComeTo(IReadOnlyList<DirectionMark> marks, IReadOnlyList<TuneElement> elements)
    {
        Directions directions = new(marks, elements);
        directions.Play(PlayingOrder.Of(elements, [], out _));
        return marks.Where((mark, index) => mark.IsJump && !directions.taken.Contains(index));
    }

    /// <summary>The segno that a dal segno goes back to: the latest before it, else the first; null where there is none.</summary>
    public static DirectionMark? Segno(IReadOnlyList<DirectionMark> marks, DirectionMark jump)
    {
        DirectionMark? found = null;
        foreach (DirectionMark mark in marks.Where(mark => mark.Text.Direction == Direction.Segno))
        {
            found = found is null || mark.At < jump.At ? mark : found;
        }

        return found;
    }

    private bool IsFull => length > PlayingOrder.LargestPlayed;

    private void Play(IReadOnlyList<(int Start, int End)> spans)
    {
        while (!IsFull && Next(spans) is (int index, int last, int at))
        {
            DirectionMark jump = marks[index];
            taken.Add(index);
            Add([.. spans.Take(last), (spans[last].Start, at)]);
            int target = jump.Text.Direction == Direction.DalSegno && Segno(marks, jump) is { } segno ? After(segno) : 0;
            if (Takes(jump, Direction.Fine) && First(Direction.Fine, target + 1, jump) is { } fine)
            {
                Add(PlayingOrder.Once(elements, target, Place(fine)));
                return;
            }

            (DirectionMark? leave, DirectionMark? coda) = Takes(jump, Direction.Coda) ? Coda(jump, target) : (null, null);
            Add(PlayingOrder.Once(elements, target, Math.Max(target, leave is { } there ? Place(there) : at)));
            spans = coda is { } goal ? From(goal) : [(at, spans[last].End), .. spans.Skip(last + 1)];
        }

        Add(IsFull ? [] : spans);
    }

    private void Add(IReadOnlyList<(int Start, int End)> spans)
    {
        played.AddRange(spans);
        length += spans.Sum(span => (long)span.End - span.Start);
    }

    // The jump that is come to first, the span where that is, and the place of its bar; null where none is left.
    private (int Index, int Span, int At)? Next(IReadOnlyList<(int Start, int End)> spans)
    {
        (int Index, int Span, int At)? next = null;
        foreach (int index in jumps.Where(index => !taken.Contains(index)))
        {
            int at = Place(marks[index]);
            int last = -1;
            for (int span = 0; span < spans.Count; span++)
            {
                last = spans[span].Start < at && at <= spans[span].End ? span : last;
            }

            if (last >= 0 && (next is not { } before || (last, at).CompareTo((before.Span, before.At)) < 0))
            {
                next = (index, last, at);
            }
        }

        return next;
    }

    // Whether a jump leads to the fine, or to the coda: where it says so, or says nothing and no other does that is still to come.
    private bool Takes(DirectionMark jump, Direction goal) =>
        jump.Text.Goal == goal
        || (jump.Text.Goal is null && !marks.Where((mark, index) => mark.Text.Goal == goal && !taken.Contains(index)).Any());

    // The first sign from a place on, unless another jump is to come between this one and the sign: then it is that one's.
    private DirectionMark? First(Direction direction, int from, DirectionMark jump)
    {
        DirectionMark? found = Find(mark => mark.Text.Direction == direction && Place(mark) >= from);
        return found is { } sign && marks.Where((mark, index) => IsToCome(mark, index) && mark.At > jump.At && mark.At <= sign.At).Any()
            ? null
            : found;
    }

    private bool IsToCome(DirectionMark mark, int index) => mark.IsJump && !taken.Contains(index);

    private (DirectionMark? Leave, DirectionMark? Coda) Coda(DirectionMark jump, int target)
    {
        DirectionMark? behind = Find(mark => mark.Text.Direction == Direction.Coda && mark.At >= jump.At);
        return First(Direction.ToCoda, target, jump) is { } leave
            ? (leave, behind ?? Find(mark => mark.Text.Direction == Direction.Coda && mark.At > leave.At))
            : (Find(mark => mark.Text.Direction == Direction.Coda && mark.At < jump.At && Place(mark) >= target), behind);
    }

    // The music from the coda on with its repeats, to a fine in it where no jump stands before that.
    private List<(int Start, int End)> From(DirectionMark coda)
    {
        int start = After(coda);
        int end = First(Direction.Fine, start + 1, coda) is { } fine ? Place(fine) : elements.Count;
        return [.. PlayingOrder.Of([.. elements.Take(end).Skip(start)], [], out _).Select(span => (span.Start + start, span.End + start))];
    }

    private DirectionMark? Find(Func<DirectionMark, bool> match)
    {
        foreach (DirectionMark mark in marks)
        {
            if (match(mark))
            {
                return mark;
            }
        }

        return null;
    }

    private int Place(DirectionMark mark)
    {
        int place = Array.BinarySearch(written, mark.At);
        while (place > 0 && written[place - 1] == mark.At)
        {
            place--;
        }

        return place < 0 ? ~place : place;
    }

    // Where music begins at a sign: behind the bars that stand at the same time.
    private int After(DirectionMark mark)
    {
        int place = Place(mark);
        for (int at = place; at < elements.Count && written[at] == mark.At && elements[at] is not (Note or Chord or Rest); at++)
        {
            place = elements[at] is Bar ? at + 1 : place;
        }

        return place;
    }
}
