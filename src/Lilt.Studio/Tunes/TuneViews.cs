using Lilt.Notation;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>Tunes as a page shows them.</summary>
internal sealed class TuneViews(SessionStore store)
{
    /// <summary>A stored tune whole.</summary>
    public TuneView Of(string id)
    {
        TuneSummary summary = store.Summary(id);
        StoredTune data = store.Tune(id).Data;
        StudyTune tune = StudyTuneReader.Read(data.Name, data.Tokens, data.Cut);
        Timeline? played = Played(data);
        TokenKind[] kinds = [.. data.Tokens.Select(TokenKinds.Of)];
        return new TuneView
        {
            Id = summary.Id,
            Session = summary.Session,
            Name = summary.Name,
            Starred = summary.Starred,
            Created = summary.Created,
            Kind = summary.Kind,
            Model = summary.Model,
            ModelHash = summary.ModelHash,
            Seed = summary.Seed,
            Index = summary.Index,
            Temperature = summary.Temperature,
            Prime = summary.Prime,
            Limit = summary.Limit,
            Cut = summary.Cut,
            Steps = summary.Steps,
            Plan = summary.Plan,
            PlanHash = summary.PlanHash,
            Baseline = summary.Baseline,
            Command = summary.Command,
            Tune = tune,
            Kinds = kinds,
            Surprise = data.Surprise,
            MeanSurprise = data.Surprise.Average(),
            HeldImpossible = data.Surprise.Count(bits => bits is null),
            MeasureInterval = MeasureBand.Interval([.. kinds.Select(kind => kind == TokenKind.Measure)])?.Steps,
            Notes =
            [
                .. StudyNote
                    .Of(data.Tokens)
                    .Select(note => new NoteView(note.Step, note.Onset.ToDouble(), note.Length.ToDouble(), note.Pitch)),
            ],
            Bars = [.. (played?.Bars ?? []).Select(bar => bar.ToDouble())],
            Accompaniment =
            [
                .. (played?.Accompaniment ?? []).Select(note => new NoteView(
                    -1,
                    note.Onset.ToDouble(),
                    note.Length.ToDouble(),
                    note.Pitch
                )),
            ],
            WholeNotesPerMinute = PlayingTempo.UsualIn(Meter.Parse(tune.Meter) ?? Meter.Free),
        };
    }

    private static Timeline? Played(StoredTune data) =>
        TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', data.Tokens)}").Tunes is [{ } tune, ..]
            ? Timeline.Of(tune, new TimelineOptions { Chords = true })
            : null;
}
