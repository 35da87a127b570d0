using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Lilt.Assessment;
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

    private static readonly Seed DrawsSeed = 1;

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
        EffectView asked = Asked(session, request, model, plan, PrimeText.Of(prime.Tokens, model.Vocabulary));
        if (Of(session).FirstOrDefault(known => IsSame(known, asked)) is { } there)
        {
            return there;
        }

        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        string? job = null;
        try
        {
            job = jobs.Begin(stop);
            asked = asked with { Job = job };
            store.Add(asked);
        }
        catch
        {
            jobs.End(job ?? "");
            stop.Dispose();
            throw;
        }

        underWay[asked.Id] = asked;
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
        running[asked.Id] = Task.Run(() => GoAsync(asked, model, compiled, what, stop), CancellationToken.None);
        return asked;
    }

    /// <summary>The effects of a session, the newest first, those under way as far as they are.</summary>
    public IReadOnlyList<EffectView> Of(string session) => [.. store.Of(session).Select(Now)];

    /// <summary>An effect as far as it is.</summary>
    public EffectView Get(string id) => Now(store.Get(id));

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
        EffectView effect = Now(store.Restore(id));
        sessions.TellSession(effect.Session);
        return effect;
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

    private EffectView Asked(string session, EffectRequest request, Model model, OperationPlan plan, string prime) =>
        new()
        {
            Id = SessionStore.NewId(),
            Session = session,
            Created = DateTime.UtcNow,
            State = EffectState.UnderWay,
            Job = null,
            Problem = null,
            Done = DoneWords.Of(plan, null),
            Model = request.Model,
            ModelHash = model.Hash,
            Plan = JsonNode.Parse(plan.ToJson())!,
            PlanHash = plan.Hash,
            Seed = request.Seed,
            Tunes = request.Tunes,
            Made = 0,
            Temperature = request.Temperature,
            Prime = prime,
            Limit = request.Limit,
            Generator = request.Generator,
            Changed = null,
            ChangedLow = null,
            ChangedHigh = null,
            Figures = [],
            Draws = TuneBootstrap.DefaultDraws,
            DrawsSeed = DrawsSeed,
            Version = options.Version,
            Command = EffectCommand.Of(request, prime, models.Argument(request.Model)),
        };

    /// <summary>What is under way is as far as it is here; what another start of the studio left under way was broken off.</summary>
    private EffectView Now(EffectView kept) =>
        kept.State != EffectState.UnderWay ? kept
        : underWay.TryGetValue(kept.Id, out EffectView? now) ? now
        : kept with
        {
            State = EffectState.Failed,
            Job = null,
            Problem = "The studio was started again while it was under way: ask for it again.",
        };

    private static bool IsSame(EffectView known, EffectView asked) =>
        known.State is EffectState.Done or EffectState.UnderWay
        && known.ModelHash == asked.ModelHash
        && known.PlanHash == asked.PlanHash
        && known.Prime == asked.Prime
        && (known.Seed, known.Tunes, known.Temperature, known.Limit, known.Generator)
            == (asked.Seed, asked.Tunes, asked.Temperature, asked.Limit, asked.Generator);

    private async Task GoAsync(EffectView asked, Model model, CompiledPlan plan, GenerationOptions what, CancellationTokenSource stop)
    {
        using CancellationTokenSource mine = stop;
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

            ended = With(asked, pairs) with { State = EffectState.Done };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ended = With(asked, pairs) with { State = EffectState.Stopped, Problem = Stopped(pairs.Count, asked.Tunes) };
        }
        catch (Exception e)
        {
            ended = asked with { State = EffectState.Failed, Problem = Complain(asked, e) };
        }

        End(ended with { Job = null }, pairs, asked.Job!);
    }

    private void End(EffectView ended, IReadOnlyList<PairedTune> pairs, string job)
    {
        try
        {
            // With the studio it ends without being stopped by anybody: what is kept says that it was broken off.
            if (!stopping.IsCancellationRequested)
            {
                store.Put(ended, pairs);
            }
        }
        catch (Exception e)
        {
            ended = ended with { State = EffectState.Failed, Problem = Complain(ended, e) };
        }

        underWay.TryRemove(ended.Id, out _);
        jobs.End(job);
        Tell(ended);
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
                EffectView now = With(asked, pairs);
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

    private static EffectView With(EffectView effect, List<PairedTune> pairs)
    {
        if (pairs.Count < LeastTunes)
        {
            return effect with { Made = pairs.Count };
        }

        TuneEffect found = PairedTunes.Find(pairs, effect.DrawsSeed, effect.Draws);
        return effect with
        {
            Made = found.Tunes,
            Changed = found.Changed.Value,
            ChangedLow = found.Changed.Low,
            ChangedHigh = found.Changed.High,
            Figures = [.. found.Figures.Select(EffectFigureView.Of)],
        };
    }

    private static string Stopped(int made, int tunes) =>
        FormattableString.Invariant($"It was stopped after {made} of {tunes} tunes.")
        + (made < LeastTunes ? " That is too few to say anything." : " When it is stopped should not hang on what was seen.");

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
