using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Analyses;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>Gives a network a tune of a person's own to read.</summary>
internal sealed class TuneReading(
    StudioOptions options,
    StudioModels models,
    SessionStore store,
    RecordingCache recordings,
    StudioPlans plans,
    Workplaces workplaces
)
{
    private const int LongestTitle = 80;

    /// <summary>Reads a tune, under a plan if there is one, and keeps it with all that happens inside.</summary>
    /// <param name="session">Where it is kept.</param>
    /// <param name="request">The tune.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="origin">What it was made from, where some of a tune was written again.</param>
    /// <param name="pushed">By how many eighths the plan pushes the clock; null where it pushes none.</param>
    /// <exception cref="StudioException">The text or the plan cannot be read.</exception>
    public async Task<TuneSummary> ReadAsync(
        string session,
        GivenRequest request,
        CancellationToken cancellation,
        RewriteOrigin? origin = null,
        int? pushed = null
    )
    {
        StudioBounds bounds = options.Bounds;
        Bounded.Text(request.Text, bounds);
        string? name = request.Name is null ? null : Bounded.Name(request.Name, bounds);
        store.ThrowIfNoRoom(session, 1);
        store.ThrowUnlessOf(session, request.Baseline);
        Model model = await models.ReadAsync(request.Model, cancellation);
        ChosenTune chosen = ChosenTune.Of(request.Text, request.Tune);
        TranscriptionText read = chosen.Read(model.Vocabulary);
        Token?[] tokens =
        [
            .. read.Tokens,
            .. read.Tokens is [.., { } last] && last == model.Vocabulary.End ? Array.Empty<Token?>() : [model.Vocabulary.End],
        ];
        if (tokens.Contains(null))
        {
            int star = request.Text.IndexOf(PrimeText.Drawn, StringComparison.Ordinal);
            const string Message = "A tune that is read has no '*': give every token, or let the network write the rest.";
            throw new StudioException(
                StatusCodes.Status422UnprocessableEntity,
                Message,
                [new FaultView(star, star + 1, PrimeText.Drawn, Message, [])]
            );
        }

        if (tokens.Length is 1 || tokens.Length > bounds.TokensATune)
        {
            string message = tokens.Length is 1
                ? "There is no tune in the text: type tokens or ABC."
                : $"The tune has {tokens.Length} tokens; up to {bounds.TokensATune} are read.";
            throw new StudioException(
                StatusCodes.Status422UnprocessableEntity,
                message,
                [new FaultView(0, request.Text.Length, "", message, [])]
            );
        }

        OperationPlan? plan = plans.Read(request.Plan);
        CompiledPlan? compiled = plan is null ? null : await plans.CompileAsync(plan, model, 0, cancellation);
        StoredTune? baseline = request.Baseline is { } beside ? store.Tune(beside).Data : null;
        string title = read.Title is { } found ? string.Concat(found.Where(letter => !char.IsControl(letter))).Trim() : "";
        StoredTune tune = new()
        {
            Id = SessionStore.NewId(),
            Name = name ?? NameOf(title, baseline, plan),
            Created = DateTime.UtcNow,
            Kind = TuneKind.Given,
            Model = request.Model,
            ModelHash = model.Hash,
            Prime = PrimeText.Of(tokens, model.Vocabulary),
            Plan = plan is null ? null : JsonNode.Parse(plan.ToJson()),
            Baseline = request.Baseline,
            Pushed = pushed,
            Key = baseline?.Key,
            WrittenIn = baseline is null ? WrittenIn(read)?.ToString() : baseline.WrittenIn,
            Rewritten = origin,
            Tokens = [.. tokens.Select(token => model.Vocabulary[token!.Value])],
            Written = read.Whole is { } whole ? WrittenTune.Parse(whole)?.Text : null,
            Surprise = [],
        };
        string command = TuneCommand.Of(tune, models.Argument(request.Model)).Record("tune.npz", isGiven: true);
        TuneRecording made;
        try
        {
            made = await workplaces.RunAsync(
                stopped =>
                    TuneRecordings
                        .Record(
                            model,
                            new GenerationOptions { Prime = tokens },
                            compiled,
                            RecordedSites.All,
                            options.Version,
                            command,
                            stopped
                        )
                        .Single(),
                cancellation
            );
        }
        catch (PlanFormatException e)
        {
            throw StudioPlans.Refused(e);
        }

        TuneSummary summary = store.Add(new KeptTune(session, tune with { Surprise = Surprise.Of(made) }));
        recordings.Put(tune.Id, made);
        return summary;
    }

    private string NameOf(string title, StoredTune? baseline, OperationPlan? plan)
    {
        string name = baseline?.Name ?? (title.Length > 0 ? title[..Math.Min(title.Length, LongestTitle)] : "a tune of one's own");
        return plan is null ? name : DoneWords.Named(name, $"read with {DoneWords.Of(plan, null)}", options.Bounds.NameLength);
    }

    // Tokens on C are as the model itself would write them, and are moved as it writes.
    private static Tonic? WrittenIn(TranscriptionText read) => read.Whole is null && read.Tonic == Key.CMajor.Tonic ? null : read.Tonic;
}
