using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Contracts;
using Lilt.Studio.Storage;

namespace Lilt.Studio;

/// <summary>What happened inside while a stored tune was made: from memory, or made again from the stored request, which gives the same to the bit.</summary>
internal sealed class TuneRecorder(
    StudioOptions options, StudioModels models, SessionStore store, RecordingCache recordings, StudioPlans plans, Workplaces workplaces)
{
    /// <summary>The recording of a stored tune, every site.</summary>
    /// <param name="tune">Its id.</param>
    /// <param name="depth">How many plans led to it.</param>
    /// <param name="cancellation">Ends the waiting; the work ends when nobody waits.</param>
    /// <exception cref="StudioException">The tune, or the model that made it, is not here any more.</exception>
    public Task<TuneRecording> GetAsync(string tune, int depth, CancellationToken cancellation)
    {
        KeptTune kept = store.Tune(tune);
        return recordings.GetAsync(tune, stopped => MakeAsync(kept, depth, RecordedSites.All, stopped), cancellation);
    }

    /// <summary>The recording of a stored tune, every site.</summary>
    public Task<TuneRecording> GetAsync(string tune, CancellationToken cancellation) => GetAsync(tune, 0, cancellation);

    /// <summary>One site of a stored tune, for whoever goes through many: what is in memory stays there, and what is not is made and not kept.</summary>
    /// <exception cref="StudioException">The tune, or the model that made it, is not here any more.</exception>
    public async Task<TuneRecording> PassAsync(string tune, SiteKind site, CancellationToken cancellation) =>
        recordings.Find(tune) ?? await MakeAsync(store.Tune(tune), 0, [site], cancellation);

    private async Task<TuneRecording> MakeAsync(KeptTune kept, int depth, IReadOnlyList<SiteKind> sites, CancellationToken cancellation)
    {
        StoredTune tune = kept.Data;
        Model model = await models.OfAsync(kept, cancellation);
        OperationPlan? plan = plans.Read(tune.Plan);
        CompiledPlan? compiled = plan is null ? null : await plans.CompileAsync(plan, model, depth, cancellation);
        bool isGiven = tune.Kind == TuneKind.Given;
        GenerationOptions again = new()
        {
            Seed = tune.Seed,
            First = tune.Index,
            Temperature = (float)tune.Temperature,
            Limit = tune.Limit,
            Prime = isGiven ? Given(tune, model.Vocabulary) : TypedText.Read(tune.Prime, model.Vocabulary).Tokens,
        };
        string command = TuneCommand.Of(tune, models.Argument(tune.Model)).Record($"{tune.Id}.npz", isGiven);
        try
        {
            TuneRecording made = await workplaces.RunAsync(
                stopped => TuneRecordings.Record(model, again, compiled, sites, options.Version, command, stopped).Single(), cancellation);
            return made.Output.Select(token => model.Vocabulary[token]).SequenceEqual(tune.Tokens)
                ? made
                : throw new StudioException(
                    StatusCodes.Status409Conflict, "The network writes another tune now than the one that is kept, so what happened inside is not known: write it again.");
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw StudioException.Unreadable($"The tune cannot be made again: {e.Message}");
        }
    }

    private static IReadOnlyList<Token?> Given(StoredTune tune, Vocabulary vocabulary) =>
        [.. tune.Tokens.Select(text => vocabulary.TryFind(text, out Token token) ? token : throw StudioException.Unreadable($"'{text}' is no token of the model '{tune.Model}'."))];
}
