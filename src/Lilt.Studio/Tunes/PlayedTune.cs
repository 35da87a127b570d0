using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>How a tune sounds, times and lengths in whole notes.</summary>
/// <param name="Notes">What sounds, by onset.</param>
/// <param name="Bars">Where its measures begin, and where the last ends.</param>
/// <param name="Accompaniment">What is played to its chord names, by onset; of no step.</param>
/// <param name="WholeNotesPerMinute">Its speed at the beginning.</param>
internal sealed record PlayedTune(
    IReadOnlyList<NoteView> Notes,
    IReadOnlyList<double> Bars,
    IReadOnlyList<NoteView> Accompaniment,
    double WholeNotesPerMinute
)
{
    private static readonly TimelineOptions WithChords = new() { Chords = true };

    /// <summary>A tune of tokens.</summary>
    /// <param name="tokens">[T], the start token left out.</param>
    /// <param name="tune">The tune, read of them.</param>
    /// <param name="tonic">The tonic that it is moved to; null for its own.</param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    public static PlayedTune Of(IReadOnlyList<string> tokens, StudyTune tune, Tonic? tonic, Tonic? writtenIn)
    {
        Timeline? timeline = TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', tokens)}").Tunes is [{ } read, ..]
            ? Timeline.Of(read)
            : null;
        return new PlayedTune(
            [
                .. StudyNote
                    .Of(tokens, tonic, writtenIn)
                    .Select(note => new NoteView(note.Step, note.Onset.ToDouble(), note.Length.ToDouble(), note.Pitch)),
            ],
            [.. (timeline?.Bars ?? []).Select(bar => bar.ToDouble())],
            [],
            PlayingTempo.UsualIn(Meter.Parse(tune.Meter) ?? Meter.Free)
        );
    }

    /// <summary>
    /// A person's own text: all voices, grace notes, ornaments and parts played. Where the tempo changes, times and lengths are those of the
    /// first tempo that last as long.
    /// </summary>
    /// <param name="written">The text.</param>
    /// <param name="tune">The tune, read with it.</param>
    public static PlayedTune Of(WrittenTune written, StudyTune tune)
    {
        Dictionary<int, int> steps = [];
        for (int step = 0; step < tune.Offsets.Count; step++)
        {
            steps.TryAdd(tune.Offsets[step], step);
        }

        Timeline timeline = Timeline.Of(written.Tune, WithChords);
        double speed = timeline.Tempi[0].WholeNotesPerMinute;
        bool isSteady = timeline.Tempi.Count == 1;
        double At(Fraction point) => isSteady ? point.ToDouble() : timeline.SecondsAt(point) * speed / 60;
        NoteView View(PlayedNote note, int step) => new(step, At(note.Onset), At(note.Onset + note.Length) - At(note.Onset), note.Pitch);
        return new PlayedTune(
            [.. timeline.Notes.Select(note => View(note, steps.GetValueOrDefault(written.OffsetInDrawn(note.Source), -1)))],
            [.. timeline.Bars.Select(At)],
            [.. timeline.Accompaniment.Select(note => View(note, -1))],
            speed
        );
    }
}
