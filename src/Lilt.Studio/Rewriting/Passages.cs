using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Rewriting;

/// <summary>Cuts measures out of tunes.</summary>
internal static class Passages
{
    private const int Around = 2;

    /// <summary>Some steps of a tune.</summary>
    /// <param name="name">What the measures are called.</param>
    /// <param name="tokens">The tune's tokens, the start token left out.</param>
    /// <param name="from">The first step.</param>
    /// <param name="to">The step after the last.</param>
    /// <param name="was">What stood there before; null for nothing.</param>
    public static PassageView Of(string name, IReadOnlyList<string> tokens, int from, int to, PassageView? was)
    {
        string[] header = Header(tokens, from);
        string[] bars = [.. header, .. tokens.Take(to).Skip(from)];
        StudyNote[] notes = Once(bars);
        HashSet<(Fraction, int)> old = was is null ? [] : [.. Once(was.Bars.Tokens).Select(note => (note.Onset, note.Pitch))];
        BarredMeasure[] measures = [.. OpenPlaces.Of(tokens).Measures.Where(measure => measure.Duration.Sign > 0)];
        int first = Array.FindIndex(measures, measure => measure.Bar >= from);
        int last = Array.FindLastIndex(measures, measure => measure.First < to);
        return new PassageView(
            StudyTuneReader.Read(name, bars, false),
            was is null ? [] : [.. notes.Where(note => !old.Contains((note.Onset, note.Pitch))).Select(note => note.Step).Order()],
            notes.Length,
            from,
            to,
            first < 0 ? from : Math.Min(from, measures[Math.Max(first - Around, 0)].First),
            last < 0 ? to : Math.Max(to, Math.Min(measures[Math.Min(last + Around, measures.Length - 1)].Bar + 1, tokens.Count)),
            [.. StudyNote.Of(tokens).Select(note => new NoteView(note.Step, note.Onset.ToDouble(), note.Length.ToDouble(), note.Pitch))]
        );
    }

    // Each note as it sounds first: what a repeat plays again is no other note.
    private static StudyNote[] Once(IReadOnlyList<string> tokens) => [.. StudyNote.Of(tokens).DistinctBy(note => note.Step)];

    // The meter, key and unit that hold at a step.
    private static string[] Header(IReadOnlyList<string> tokens, int from) =>
        [
            .. tokens
                .Take(from)
                .Reverse()
                .Where(token => TokenKinds.Of(token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit)
                .DistinctBy(TokenKinds.Of)
                .Reverse(),
        ];
}
