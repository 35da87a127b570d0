using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Effects;

/// <summary>
/// Effects that are asked for: they follow each other, go on whether a page listens or not, and are kept with what each pair of tunes adds.
/// </summary>
internal sealed class EffectRuns(
    StudioOptions options,
    StudioModels models,
    StudioPlans plans,
    EffectStore store,
    SessionStore sessions,
    RunningJobs jobs,
    EventHub hub
) : IHostedService, IDisposable
{
    /// <summary>Under so many tunes nothing is said.</summary>
    public const int LeastTunes = 20;

    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, EffectView> underWay = new();
    private readonly ConcurrentDictionary<string, Task> running = new();

    /// <summary>Asks for an effect; everything that can be wrong with it is found before.</summary>
    /// <returns>The effect, which may be one that the session has already.</returns>
    /// <exception cref="StudioException">The request cannot be done.</exception>
    public async Task<EffectView> BeginAsync(string session, EffectRequest request, CancellationToken cancellation)
    {
        Check(request);
        sessions.ThrowIfNoRoom(session, 0);
        Model model = await models.ReadAsync(request.Model, cancellation);
        TranscriptionText prime = TypedText.Read(request.Prime, model.Vocabulary);
        if (prime.Tokens.Count >= options.Bounds.TokensATune)
        {
            throw StudioException.Unreadable(
                $"The beginning has {prime.Tokens.Count} tokens; a tune has up to {options.Bounds.TokensATune}."
            );
        }

        OperationPlan plan =
            plans.Read(request.Plan) ?? throw StudioException.Unreadable("The plan does nothing: put an operation into it first.");
        CompiledPlan compiled = await plans.CompileAsync(plan, model, 0, cancellation);
        string begun = PrimeText.Of(prime.Tokens, model.Vocabulary);
        EffectView asked = EffectView.Asked(request, plan, model.Hash, begun, models.Argument(request.Model)) with
        {
            Session = session,
            Version = options.Version,
        };
        if (Of(session).FirstOrDefault(known => IsSame(known, asked)) is { } there)
        {
            return there;
        }

        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        string? job = null;
        PlaceLock? place = null;
        try
        {
            job = jobs.Begin(stop);
            asked = asked with { Job = job };

            // Before the store has it, so that no other studio takes it for one that was broken off.
            place = Hold(asked.Id);
            underWay[asked.Id] = asked;
            store.Add(asked);
        }
        catch
        {
            underWay.TryRemove(asked.Id, out _);
            place?.Dispose();
            jobs.End(job ?? "");
            stop.Dispose();
            throw;
        }

        Tell(asked);
        GenerationOptions what = new()
        {
            Seed = request.Seed,
            Tunes = request.Tunes,
            Temperature = (float)request.Temperature,
            Prime = prime.Tokens,
            Limit = request.Limit,
            Mode = request.Generator,
        };
        running[asked.Id] = Task.Run(() => GoAsync(asked, model, compiled, what, stop, place), CancellationToken.None);
        return asked;
    }

    /// <summary>The effects of a session, the newest first, those under way as far as they are.</summary>
    public IReadOnlyList<EffectView> Of(string session)
    {
        // What ends while the store is asked is still as it was.
        Dictionary<string, EffectView> before = new(underWay);
        return [.. store.Of(session).Select(kept => Now(kept, before))];
    }

    /// <summary>An effect as far as it is.</summary>
    public EffectView Get(string id)
    {
        Dictionary<string, EffectView> before = new(underWay);
        return Now(store.Get(id), before);
    }

    /// <summary>Deletes an effect, which can be had back; where it is under way it is stopped.</summary>
    public void Delete(string id)
    {
        if (Get(id).Job is { } job)
        {
            jobs.Cancel(job);
        }

        sessions.TellSession(store.Delete(id));
    }

    /// <summary>Has a deleted effect back.</summary>
    public EffectView Restore(string id)
    {
        sessions.TellSession(store.Restore(id).Session);
        return Get(id);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        stopping.Dispose();
        turn.Dispose();
    }

    private void Check(EffectRequest request)
    {
        StudioBounds bounds = options.Bounds;
        Bounded.Whole("tunes", request.Tunes, LeastTunes, bounds.TunesAnEffect);
        Bounded.Whole("limit", request.Limit, 1, bounds.TokensATune);
        Bounded.Number("temperature", request.Temperature, 0.01, 100);
        Bounded.Text(request.Prime, bounds);
        if (request.Generator == DrawMode.Stream)
        {
            throw StudioException.Bad(
                "Tunes that share one stream of random numbers cannot be written in pairs, since what is done to one would move those of the next: take another generator."
            );
        }

        if (!request.Seed.HasRoomFor(request.Tunes))
        {
            throw StudioException.Bad(
                $"The last of {request.Tunes} tunes would have a seed over {Seed.Largest}: take a smaller seed or fewer tunes."
            );
        }
    }

    /// <summary>What is under way is as far as it is here, or goes on in another studio; else it was broken off.</summary>
    private EffectView Now(EffectView kept, Dictionary<string, EffectView> before) =>
        kept.State != EffectState.UnderWay ? kept
        : before.TryGetValue(kept.Id, out EffectView? now) || underWay.TryGetValue(kept.Id, out now) ? now
        : IsElsewhere(kept.Id)
            ? kept with
            {
                Job = null,
                Problem = "Another studio on the same data finds it: how far it is stands there, and there it can be stopped.",
            }
        : kept with
        {
            State = EffectState.Failed,
            Job = null,
            Problem = "The studio was started again while it was under way: ask for it again.",
        };

    /// <summary>Says to other studios that this one finds an effect, until it ends, however it ends; null where that cannot be said.</summary>
    private PlaceLock? Hold(string id)
    {
        try
        {
            return PlaceLock.Take(Path.Combine(options.DataFolder, id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsElsewhere(string id)
    {
        try
        {
            PlaceLock.Take(Path.Combine(options.DataFolder, id)).Dispose();
            return false;
        }
        catch (PlaceTakenException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsSame(EffectView known, EffectView asked) =>
        known.State is EffectState.Done or EffectState.UnderWay
        && known.ModelHash == asked.ModelHash
        && known.PlanHash == asked.PlanHash
        && known.Prime == asked.Prime
        && (known.Seed, known.Tunes, known.Temperature, known.Limit, known.Generator)
            == (asked.Seed, asked.Tunes, asked.Temperature, asked.Limit, asked.Generator);

    private async Task GoAsync(
        EffectView asked,
        Model model,
        CompiledPlan plan,
        GenerationOptions what,
        CancellationTokenSource stop,
        PlaceLock? place
    )
    {
        using CancellationTokenSource mine = stop;
        using PlaceLock? held = place;
        List<PairedTune> pairs = [];
        EffectView ended;
        try
        {
            await turn.WaitAsync(stop.Token);
            try
            {
                int threads = jobs.Work(asked.Job!);
                await Task.Factory.StartNew(
                    () => Write(asked, model, plan, what with { Threads = threads }, pairs, stop.Token),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                );
            }
            finally
            {
                turn.Release();
            }

            ended = asked.With(pairs) with { State = EffectState.Done };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ended = asked.StoppedAfter(pairs);
        }
        catch (Exception e)
        {
            ended = asked with { State = EffectState.Failed, Problem = Complain(asked, e) };
        }

        End(ended with { Job = null }, pairs, asked.Job!);
    }

    private void End(EffectView ended, IReadOnlyList<PairedTune> pairs, string job)
    {
        bool isKept = true;
        try
        {
            // With the studio it ends without being stopped by anybody: what is kept says that it was broken off.
            if (!stopping.IsCancellationRequested)
            {
                store.Put(ended, pairs);
            }

            isKept = store.Keeps(ended.Id);
        }
        catch (Exception e)
        {
            ended = ended with { State = EffectState.Failed, Problem = Complain(ended, e) };
        }

        underWay.TryRemove(ended.Id, out _);
        jobs.End(job);
        if (isKept)
        {
            Tell(ended);
        }

        running.TryRemove(ended.Id, out _);
    }

    private void Write(
        EffectView asked,
        Model model,
        CompiledPlan plan,
        GenerationOptions what,
        List<PairedTune> pairs,
        CancellationToken cancellation
    )
    {
        long told = Stopwatch.GetTimestamp();
        TimeSpan pause = options.Pauses.Effects;
        foreach (TunePair pair in TunePairs.Write(model, plan, what, cancellation))
        {
            pairs.Add(PairedTune.Of(Texts(pair.Baseline), Texts(pair.Operated), pair.Baseline.EndsAtLimit, pair.Operated.EndsAtLimit));
            if (Stopwatch.GetElapsedTime(told) >= pause && pairs.Count < what.Tunes)
            {
                long began = Stopwatch.GetTimestamp();
                if (!store.Keeps(asked.Id))
                {
                    // Another studio deleted it.
                    jobs.Cancel(asked.Job!);
                    continue;
                }

                EffectView now = asked.With(pairs);
                underWay[asked.Id] = now;
                Tell(now);
                told = Stopwatch.GetTimestamp();

                // The more tunes, the longer the draws: they take a tenth of the time at the most.
                TimeSpan spared = 9 * Stopwatch.GetElapsedTime(began, told);
                pause = spared > options.Pauses.Effects ? spared : options.Pauses.Effects;
            }
        }

        string[] Texts(GeneratedTune tune) => [.. tune.Tokens.Skip(1).Select(token => model.Vocabulary[token])];
    }

    private string Complain(EffectView effect, Exception failure)
    {
        if (failure is FormatException or StudioException)
        {
            return char.ToUpperInvariant(failure.Message[0]) + failure.Message[1..];
        }

        options.Complaints.WriteLine($"lilt serve: an effect of {effect.Model}, seed {effect.Seed}: {failure}");
        return "Something went wrong inside the studio while the network wrote; its window says what.";
    }

    private void Tell(EffectView effect) => hub.Tell(new StudioEvent("effect", null, new EffectEvent(effect)));
}
