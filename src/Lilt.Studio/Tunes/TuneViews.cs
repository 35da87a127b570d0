using Lilt.Notation.Abc;
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
        WrittenTune? written = OwnText.Of(data);
        StudyTune tune = StudyTuneReader.Read(data.Name, data.Tokens, data.Cut, written);
        if (tune.Abc != written?.Drawn)
        {
            written = null;
        }

        PlayedTune played = written is null ? PlayedTune.Of(data.Tokens, tune) : PlayedTune.Of(written, tune);
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
            Written = written?.Text,
            Unread = data.Kind == TuneKind.Given ? UnreadText.Of(written?.Tune, tune) : string.Empty,
            Kinds = kinds,
            Surprise = data.Surprise,
            MeanSurprise = data.Surprise.Average(),
            HeldImpossible = data.Surprise.Count(bits => bits is null),
            MeasureInterval = MeasureBand.Interval([.. kinds.Select(kind => kind == TokenKind.Measure)])?.Steps,
            Notes = played.Notes,
            Bars = played.Bars,
            Accompaniment = played.Accompaniment,
            WholeNotesPerMinute = played.WholeNotesPerMinute,
        };
    }
}
