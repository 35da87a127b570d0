using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Playing;
using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>A given tune's own text, and how it sounds.</summary>
internal static class OwnText
{
    /// <summary>The text; null where none was kept.</summary>
    public static WrittenTune? Of(StoredTune tune) => tune.Written is { } text ? WrittenTune.Parse(text) : null;

    /// <summary>The text in the key that the tune is shown in; null where none was kept, or where it cannot be moved sign by sign.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="asked">The tonic that a request names; null where it names none.</param>
    /// <exception cref="StudioException">The request names no tonic.</exception>
    public static WrittenTune? In(StoredTune tune, string? asked) =>
        Of(tune) is not { } written ? null
        : ShownTonic.Of(tune, asked) is { } tonic ? written.InKey(tonic)
        : written;

    /// <summary>
    /// What sounds, all voices, grace notes, ornaments and parts played. Where the tempo changes, times and lengths are those of the first tempo
    /// that last as long.
    /// </summary>
    /// <param name="written">The text.</param>
    /// <param name="tune">The tune, read with it.</param>
    /// <param name="wholeNotesPerMinute">Its speed at the beginning.</param>
    public static IReadOnlyList<NoteView> Play(WrittenTune written, StudyTune tune, out double wholeNotesPerMinute)
    {
        Dictionary<int, int> steps = [];
        for (int step = 0; step < tune.Offsets.Count; step++)
        {
            steps.TryAdd(tune.Offsets[step], step);
        }

        Timeline timeline = Timeline.Of(written.Tune);
        double speed = timeline.Tempi[0].WholeNotesPerMinute;
        wholeNotesPerMinute = speed;
        bool isSteady = timeline.Tempi.Count == 1;
        double At(Fraction point) => isSteady ? point.ToDouble() : timeline.SecondsAt(point) * speed / 60;
        return
        [
            .. timeline.Notes.Select(note => new NoteView(
                steps.GetValueOrDefault(written.OffsetInDrawn(note.Source), -1),
                At(note.Onset),
                At(note.Onset + note.Length) - At(note.Onset),
                note.Pitch
            )),
        ];
    }
}
