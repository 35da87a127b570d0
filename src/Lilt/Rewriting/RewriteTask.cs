using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>Measures to be written between what stands before them and what stands after. Immutable.</summary>
/// <remarks>Bars stay where and what they are: a form of repeats is no matter of a few measures.</remarks>
public sealed record RewriteTask
{
    /// <summary>The tokens before, the start token first; the last is a bar or ends the header.</summary>
    public required IReadOnlyList<Token> Before { get; init; }

    /// <summary>The measures, at least one unless the network writes on to the end.</summary>
    public required IReadOnlyList<RewrittenMeasure> Measures { get; init; }

    /// <summary>Whether the network writes on from what stands before until it ends the tune, its bars and all.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The tokens after the last measure's closing token; none where that is the end token.</summary>
    public required IReadOnlyList<Token> After { get; init; }

    /// <summary>How many tokens of <see cref="After"/> are weighed: to the end of as many measures as were asked for.</summary>
    public required int Weighed { get; init; }

    /// <summary>What stands there now, closing tokens and all; empty where nothing did.</summary>
    public IReadOnlyList<Token> Original { get; init; } = [];

    /// <summary>The meter at the first measure.</summary>
    public required Meter Meter { get; init; }

    /// <summary>The key, by which a token without an accidental has its pitch.</summary>
    public Key Key { get; init; } = Key.None;

    /// <summary>L at the first measure, in whole notes.</summary>
    public Fraction Unit { get; init; } = new(1, 8);

    /// <summary>Some measures of a tune, each as long as the meter says, or as it is where it is a fragment or in free meter.</summary>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tune">The whole tune; the start token may stand before it.</param>
    /// <param name="first">The first measure, from 1, as <c>lilt count</c> counts them: those without notes are left out.</param>
    /// <param name="last">The last one.</param>
    /// <param name="locks">What stays.</param>
    /// <param name="weighed">How many measures after them are weighed.</param>
    /// <exception cref="RewriteRefusedException">The tune has no such measures, or notes that are locked do not exist.</exception>
    public static RewriteTask Of(
        Vocabulary vocabulary,
        IReadOnlyList<Token> tune,
        int first,
        int last,
        IReadOnlyList<NoteLock> locks,
        int weighed = RewriteOptions.DefaultWeighed
    )
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tune);
        ArgumentNullException.ThrowIfNull(locks);
        TuneMeasures measures = new(vocabulary, tune);
        if (first < 1 || last < first || last > measures.Count)
        {
            throw new RewriteRefusedException(
                FormattableString.Invariant($"The tune has measures 1 to {measures.Count}; measures {first} to {last} are none of them.")
            );
        }

        NoteLock? outside = locks.FirstOrDefault(of => of.Measure < first || of.Measure > last);
        if (outside is not null)
        {
            throw new RewriteRefusedException(
                FormattableString.Invariant($"Measure {outside.Measure} is locked, but only measures {first} to {last} are written again.")
            );
        }

        int end = measures[last].Bar + 1;
        int until = last + weighed < measures.Count ? measures[last + weighed].Bar + 1 : measures.Tokens.Count;
        return new RewriteTask
        {
            Before = [vocabulary.Start, .. measures.Tokens.Take(measures[first].First)],
            Measures = [.. measures.Spans(first, last).Select(measure => measures.Written(measure, locks))],
            After = [.. measures.Tokens.Skip(end)],
            Weighed = Math.Max(until - end, 0),
            Original = [.. measures.Tokens.Take(end).Skip(measures[first].First)],
            Meter = measures.MeterAt(measures[first].First),
            Key = measures.Key,
            Unit = measures.Unit,
        };
    }

    /// <summary>The close of a tune written otherwise: its last measures, each with the bar that ends it now.</summary>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tune">The whole tune; the start token may stand before it.</param>
    /// <param name="measures">How many, all of the tune where it has no more.</param>
    /// <exception cref="RewriteRefusedException">The tune has no measures.</exception>
    public static RewriteTask OtherEnding(Vocabulary vocabulary, IReadOnlyList<Token> tune, int measures = 2)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tune);
        int last = new TuneMeasures(vocabulary, tune).Count;
        return last > 0
            ? Of(vocabulary, tune, Math.Max(last - measures + 1, 1), last, [])
            : throw new RewriteRefusedException("The tune has no measures, so it has no end that could be another.");
    }

    /// <summary>A tune written on: some of its measures stay, and what follows is the network's, to the end.</summary>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tune">The tune; the start token may stand before it.</param>
    /// <param name="kept">How many measures stay, as <c>lilt count</c> counts them.</param>
    /// <exception cref="RewriteRefusedException">The tune has fewer measures.</exception>
    public static RewriteTask Continuing(Vocabulary vocabulary, IReadOnlyList<Token> tune, int kept)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tune);
        TuneMeasures measures = new(vocabulary, tune);
        IReadOnlyList<Token> first = measures.First(kept);
        return new RewriteTask
        {
            Before = [vocabulary.Start, .. first],
            Measures = [],
            IsOpen = true,
            After = [],
            Weighed = 0,
            Original = [.. measures.Tokens.Skip(first.Count)],
            Meter = measures.MeterAt(Math.Min(first.Count, measures.Tokens.Count)),
            Key = measures.Key,
            Unit = measures.Unit,
        };
    }

    /// <summary>An end to a tune: measures from one on, so that its last section has as many as asked for and closes.</summary>
    /// <remarks>Where no bar opened the section, as none opens most tunes, the network says whether it is repeated.</remarks>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tune">The tune; the start token may stand before it.</param>
    /// <param name="kept">How many measures stay, as <c>lilt count</c> counts them.</param>
    /// <param name="length">How many measures the section is to have, those that stay among them.</param>
    /// <exception cref="RewriteRefusedException">The tune has fewer measures, has no meter, or the section has that many already.</exception>
    public static RewriteTask Ending(Vocabulary vocabulary, IReadOnlyList<Token> tune, int kept, int length)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tune);
        TuneMeasures measures = new(vocabulary, tune);
        IReadOnlyList<Token> first = measures.First(kept);
        int end = Math.Min(first.Count, measures.Tokens.Count);
        List<Token> before = [vocabulary.Start, .. first];
        (int whole, bool isRepeated) = measures.Section(end);
        if (measures.MeterAt(end).Measure is not { } full || whole >= length)
        {
            throw new RewriteRefusedException(
                measures.MeterAt(end).Measure is null
                    ? "The tune has no meter, so its measures have no length: give it one."
                    : FormattableString.Invariant($"The section has {whole} measures already: ask for more than that, or keep fewer.")
            );
        }

        Token bar = measures.Bar("|");
        IReadOnlyList<Token> closing = isRepeated ? [measures.Bar(":|")] : [bar, measures.Bar(":|")];
        return new RewriteTask
        {
            Before = before,
            Measures =
            [
                .. Enumerable.Range(whole + 1, length - whole).Select(n => new RewrittenMeasure(full, n == length ? closing : [bar], [])),
            ],
            After = [vocabulary.End],
            Weighed = 1,
            Meter = measures.MeterAt(end),
            Key = measures.Key,
            Unit = measures.Unit,
        };
    }
}
