using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;

namespace Lilt.Tests.Reference;

/// <summary>Compares what Lilt plays with what abc2midi plays.</summary>
internal static class PlayedComparison
{
    /// <summary>
    /// Two ticks of 480 a quarter note: abc2midi begins every note one tick late, and both programs round lengths that are no whole tick.
    /// </summary>
    private const double TwoTicks = 2.01 / 480;

    /// <summary>The first difference in words; null where all notes are equal in onset, end and pitch.</summary>
    /// <param name="tune">The tune that Lilt plays.</param>
    /// <param name="theirs">What abc2midi plays.</param>
    /// <param name="options">How Lilt plays; null for no grace notes.</param>
    public static string? Difference(Tune tune, List<MidiReader.Note> theirs, TimelineOptions? options = null)
    {
        Timeline timeline = Timeline.Of(tune, options ?? new TimelineOptions { GraceNotes = false });
        List<MidiReader.Note> ours =
        [
            .. timeline
                .Notes.Select(note => new MidiReader.Note(4 * note.Onset.ToDouble(), 4 * (note.Onset + note.Length).ToDouble(), note.Pitch))
                .OrderBy(note => note.Onset)
                .ThenBy(note => note.Pitch)
                .ThenBy(note => note.End),
        ];
        for (int i = 0; i < Math.Min(ours.Count, theirs.Count); i++)
        {
            if (
                Math.Abs(ours[i].Onset - theirs[i].Onset) > TwoTicks
                || Math.Abs(ours[i].End - theirs[i].End) > TwoTicks
                || ours[i].Pitch != theirs[i].Pitch
            )
            {
                return FormattableString.Invariant(
                    $"note {i} of {ours.Count}/{theirs.Count}: ours {ours[i]} (line {timeline.Notes[i].Source.Line}), abc2midi's {theirs[i]}"
                );
            }
        }

        return ours.Count == theirs.Count ? null : FormattableString.Invariant($"{ours.Count} notes, abc2midi {theirs.Count}");
    }
}
