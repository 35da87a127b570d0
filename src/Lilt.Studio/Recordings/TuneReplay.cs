using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Recordings;

/// <summary>
/// What happened inside while a stored tune was made: from memory, or made again from the stored request, which gives the same to the bit.
/// </summary>
internal sealed class TuneReplay(
    StudioOptions options,
    StudioModels models,
    SessionStore store,
    RecordingCache recordings,
    StudioPlans plans,
    Workplaces workplaces
)
{
    /// <summary>The recording of a stored tune, every site.</summary>
    /// <param name="tune">Its id.</param>
    /// <param name="depth">How many plans led to it.</param>
    /// <param name="cancellation">Ends the waiting; the work ends when nobody waits.</param>
    /// <exception cref="StudioException">The tune, or the model that made it, is not here any more.</exception>
    public Task<TuneRecording> GetAsync(string tune, int depth, CancellationToken cancellation)
    {
        KeptTune kept = store.Tune(tune);
        return recordings.GetAsync(
            tune,
            async stopped => await MakeAsync(await ReadyAsync(kept, depth, stopped), RecordedSites.All, stopped),
            cancellation
        );
    }

    /// <summary>The recording of a stored tune, every site.</summary>
    public Task<TuneRecording> GetAsync(string tune, CancellationToken cancellation) => GetAsync(tune, 0, cancellation);

    /// <summary>The recording of a stored tune if it is in memory.</summary>
    public TuneRecording? Find(string tune) => recordings.Find(tune);

    /// <summary>What makes a stored tune again.</summary>
    /// <exception cref="StudioException">The tune, or the model that made it, is not here any more.</exception>
    public Task<AgainTune> ReadyAsync(string tune, int depth, CancellationToken cancellation) =>
        ReadyAsync(store.Tune(tune), depth, cancellation);

    /// <summary>Makes a stored tune again and keeps what happens inside.</summary>
    /// <exception cref="StudioException">The network writes another tune now.</exception>
    public async Task<TuneRecording> MakeAsync(AgainTune tune, IReadOnlyList<SiteKind> sites, CancellationToken cancellation)
    {
        StoredTune data = tune.Kept.Data;
        string command = TuneCommand.Of(data, models.Argument(data.Model)).Record($"{data.Id}.npz", data.Kind == TuneKind.Given);
        try
        {
            TuneRecording made = await workplaces.RunAsync(
                stopped => TuneRecordings.Record(tune.Model, tune.Options, tune.Plan, sites, options.Version, command, stopped).Single(),
                cancellation
            );
            return made.Output.Select(token => tune.Model.Vocabulary[token]).SequenceEqual(data.Tokens)
                ? made
                : throw new StudioException(
                    StatusCodes.Status409Conflict,
                    "The network writes another tune now than the one that is kept, so what happened inside is not known: write it again."
                );
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw StudioException.Unreadable($"The tune cannot be made again: {e.Message}");
        }
    }

    private async Task<AgainTune> ReadyAsync(KeptTune kept, int depth, CancellationToken cancellation)
    {
        StoredTune tune = kept.Data;
        Model model = await models.OfAsync(kept, cancellation);
        OperationPlan? plan = plans.Read(tune.Plan);
        CompiledPlan? compiled = plan is null ? null : await plans.CompileAsync(plan, model, depth, cancellation);

        // That every operation touched something was seen when the run ended that wrote the tune; this tune alone may be one that some of
        // them never reached.
        compiled?.Recall(Enumerable.Range(0, plan!.Operations.Count));
        return new AgainTune(
            kept,
            model,
            compiled,
            new GenerationOptions
            {
                Seed = tune.Seed,
                First = tune.Index,
                Mode = tune.Generator,
                Drawn = tune.Drawn,
                Temperature = (float)tune.Temperature,
                Limit = tune.Limit,
                Prime = tune.Kind == TuneKind.Given ? Given(tune, model.Vocabulary) : TypedText.Read(tune.Prime, model.Vocabulary).Tokens,
            }
        );
    }

    private static IReadOnlyList<Token?> Given(StoredTune tune, Vocabulary vocabulary) =>
        [
            .. tune.Tokens.Select(text =>
                vocabulary.TryFind(text, out Token token)
                    ? token
                    : throw StudioException.Unreadable($"'{text}' is no token of the model '{tune.Model}'.")
            ),
        ];
}
