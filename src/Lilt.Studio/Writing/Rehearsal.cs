using System.Text.Json;
using Lilt.Spectra;
using Lilt.Studio.Analyses;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Pushing;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Lilt.Studio.Writing;

/// <summary>
/// Has a short tune written, read, shown and looked into before anybody asks for one, in a store in memory that is thrown away: the runtime
/// compiles each piece of the program when it is run for the first time, and the first tune of a page would wait for all of them.
/// </summary>
internal sealed class Rehearsal(
    StudioOptions options,
    StudioModels models,
    StudioPlans plans,
    Workplaces workplaces,
    IOptions<JsonOptions> json
) : IAsyncDisposable
{
    // A unit's spectrum needs some steps; more of them only cost time.
    private const int Steps = 48;

    private readonly CancellationTokenSource stop = new();

    /// <summary>Ends when all is rehearsed, or it was stopped: whether all was.</summary>
    public Task<bool> Ended { get; private set; } = Task.FromResult(false);

    /// <summary>Begins, as soon as the model is read that pages open with.</summary>
    /// <param name="read">Ends when it is.</param>
    public void Begin(Task read)
    {
        CancellationToken stopped = stop.Token;
        Ended = Task.Run(() => GoAsync(read, stopped), CancellationToken.None);
    }

    /// <summary>Somebody asks for a tune: what has not been rehearsed yet is left to that, which would else share the processors with it.</summary>
    public void Stop() => stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Ended;
        stop.Dispose();
    }

    private async Task<bool> GoAsync(Task read, CancellationToken stopped)
    {
        try
        {
            await read.WaitAsync(stopped);
            return models.Default is { } model && await TuneAsync(model, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return false;
        }
        catch (StudioException)
        {
            // A model that cannot be read is told of where it is read, one that cannot write when it is asked to.
            return false;
        }
    }

    private async Task<bool> TuneAsync(string model, CancellationToken stopped)
    {
        using StoreFile file = StoreFile.InMemory();
        EventHub hub = new(options.Bounds);
        SessionStore store = new(options, file, models, hub);
        RecordingCache recordings = new(options.Bounds);
        RunningJobs jobs = new(options.Bounds);
        string session = store.CreateSession("rehearsal").Id;
        WritingRun run = await new TuneWriting(options, models, store, recordings, jobs, plans).PrepareAsync(
            session,
            new WriteRequest(model, Limit: Steps),
            stopped
        );
        using RunQueue queue = new(hub, jobs, options.Pauses, options.Bounds);
        RunView begun = queue.Begin(run);
        using (EventHub.Listener heard = hub.Listen(begun.Job)!)
        {
            await foreach (StudioEvent happened in heard.Events.ReadAllAsync(stopped))
            {
                JsonSerializer.SerializeToUtf8Bytes(happened.Data, happened.Data.GetType(), StudioJson.Options);
            }
        }

        if (queue.View(begun.Job).Tunes is not [{ } tune, ..])
        {
            return false;
        }

        Show(store, tune);
        stopped.ThrowIfCancellationRequested();
        TuneReplay replay = new(options, models, store, recordings, plans, workplaces);
        TuneAnalyses analyses = new(models, store, replay, new SpectraCache(options.Bounds, workplaces), workplaces);
        Answer(await analyses.PosteriorsAsync(tune, stopped));
        new TunePlaces(store).Of(tune);
        TuneReading reading = new(options, models, store, recordings, plans, workplaces);
        string text = string.Join(' ', store.Tune(tune).Data.Tokens);
        Show(store, (await reading.ReadAsync(session, new GivenRequest(model, text), stopped)).Id);
        Answer(await analyses.SpectraAsync(tune, "h", WindowShape.Hann, stopped));
        Answer(await analyses.OrderAsync(tune, "h", 1, UnitOrderKind.Peak, null, BoundEvent.Written, stopped));
        Answer(await analyses.UnitAsync(tune, "h", 1, 0, WindowShape.Hann, stopped));
        return true;
    }

    private void Show(SessionStore store, string tune) => Answer(new TuneViews(store).Of(tune));

    private void Answer<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions);
}
