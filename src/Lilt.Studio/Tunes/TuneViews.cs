using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>Tunes as a page shows them.</summary>
internal sealed class TuneViews(SessionStore store)
{
    /// <summary>A stored tune whole.</summary>
    /// <param name="id">The tune.</param>
    /// <param name="key">The tonic to show it in; null for that which its owner chose, else its own.</param>
    /// <exception cref="StudioException">There is no such tune, or the key is none.</exception>
    public TuneView Of(string id, string? key = null)
    {
        TuneSummary summary = store.Summary(id);
        StoredTune data = store.Tune(id).Data;
        Tune? music = TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', data.Tokens)}").Tunes is [{ } first, ..] ? first : null;
        TransposedTune? moved = music is null ? null : ShownTonic.Move(music, data, key);
        Tonic? tonic = moved?.Tune is { } there && !ReferenceEquals(there, music) ? there.Key.Tonic : null;
        WrittenTune? written = OwnText.In(data, key);
        Tonic? writtenIn = ShownTonic.WrittenIn(data);
        StudyTune tune = StudyTuneReader.Read(data.Name, data.Tokens, data.Cut, tonic, written, writtenIn);
        if (tune.Abc != written?.Drawn)
        {
            written = null;
        }

        PlayedTune played = written is null ? PlayedTune.Of(data.Tokens, tune, tonic, writtenIn) : PlayedTune.Of(written, tune);
        Tonic? home = music is null ? null : Transposer.HomeOf(music);
        TuneNames names = TuneNames.Of(data.Tokens, tonic, home, writtenIn);
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
            Generator = summary.Generator,
            Cut = summary.Cut,
            Steps = summary.Steps,
            Plan = summary.Plan,
            PlanHash = summary.PlanHash,
            Baseline = summary.Baseline,
            Key = summary.Key,
            WrittenIn = summary.WrittenIn,
            Pushed = summary.Pushed,
            Done = summary.Done,
            Rewritten = summary.Rewritten,
            Command = key is null ? summary.Command : store.Command(data with { Key = tonic?.ToString() }),
            Tonic = (tonic ?? home)?.ToString(),
            OwnTonic = data.WrittenIn ?? home?.ToString(),
            Unmoved = moved?.Reason,
            Semitones = moved?.Semitones ?? 0,
            Names = names.Tables,
            NamesAt = names.At,
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
