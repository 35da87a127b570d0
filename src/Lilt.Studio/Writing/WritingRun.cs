using System.Threading.Channels;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Analyses;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>One run of a network for one request: it writes on a thread of its own, and whatever happens goes into a channel.</summary>
internal sealed class WritingRun(
    StudioOptions options,
    StudioModels models,
    SessionStore store,
    RecordingCache recordings,
    RunningJobs jobs,
    string session,
    WriteRequest request,
    Model model,
    CompiledPlan? plan,
    GenerationOptions what,
    int? pushed
)
{
    // A tune of folk-rnn v2's shape with every site is some six megabytes: of a few tunes all is kept at once, of many it is made again
    // when it is asked for.
    private const int MostRecorded = 4;

    private readonly Channel<RunEvent> events = Channel.CreateUnbounded<RunEvent>(new UnboundedChannelOptions { SingleReader = true });

    // Tokens that the tunes so far drew.
    private long drawn;

    /// <summary>The session that keeps its tunes.</summary>
    public string Session => session;

    /// <summary>What it was asked with.</summary>
    public WriteRequest Request => request;

    /// <summary>The model's own tokens.</summary>
    public Model Model => model;

    /// <summary>The tonic that its tunes are seen and heard in; null for their own.</summary>
    public Tonic? Tonic => TypedText.TonicOf(request.Key);

    /// <summary>What happens, as it happens; it ends with the run, with the run's failure if it failed.</summary>
    public ChannelReader<RunEvent> Events => events.Reader;

    /// <summary>Begins.</summary>
    /// <param name="job">The run's place, which it gives back at its end.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <returns>A task that ends when its threads are free.</returns>
    public Task Start(string job, CancellationToken cancellation)
    {
        int threads = jobs.Work(job);
        return Task.Factory.StartNew(
            () => Work(job, threads, cancellation),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    /// <summary>Does all of it at once, whatever waits, and gives its first tune.</summary>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="StudioException">An operation of the plan touched nothing, or there is no room for the run.</exception>
    public async Task<TuneSummary> ToEndAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task ended = Start(jobs.Begin(stop), stop.Token);
        TuneSummary? first = null;
        try
        {
            await foreach (RunEvent happened in Events.ReadAllAsync(cancellation))
            {
                first ??= happened.Tune;
            }
        }
        catch (PlanFormatException e)
        {
            throw StudioPlans.Refused(e);
        }
        finally
        {
            await stop.CancelAsync();
            await ended;
        }

        return first!;
    }

    /// <summary>Why the run ended early, as a sentence; what nobody foresaw is told where the studio runs.</summary>
    public string Complain(Exception failure)
    {
        failure = StoreRefusal.Of(failure) ?? failure;
        if (failure is FormatException or StudioException)
        {
            return char.ToUpperInvariant(failure.Message[0]) + failure.Message[1..];
        }

        options.Complaints.WriteLine($"lilt serve: a run of {request.Model}, seed {request.Seed}: {failure}");
        return "Something went wrong inside the studio while the network wrote; its window says what.";
    }

    private void Work(string job, int threads, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            if (TellKnown())
            {
                jobs.End(job);
                events.Writer.Complete();
                return;
            }

            bool all = what.Tunes <= MostRecorded;
            IReadOnlyList<SiteKind> kinds = all ? RecordedSites.All : [SiteKind.Posterior];
            GenerationOptions run = what with
            {
                Threads = threads,
                Written = (index, token) => events.Writer.TryWrite(new RunEvent(index, token, null)),
            };

            // Whether every operation touched something is known at the end: under a plan no tune is kept before.
            List<TuneRecording> held = [];
            foreach (
                TuneRecording made in TuneRecordings.Record(
                    model,
                    run,
                    plan,
                    kinds,
                    options.Version,
                    Command(0).Record("tune.npz", isGiven: false),
                    cancellation
                )
            )
            {
                if (plan is null)
                {
                    Keep(made, all);
                }
                else
                {
                    held.Add(made);
                }
            }

            foreach (TuneRecording made in held)
            {
                Keep(made, all);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        // The place is free before the last event is sent: who has read it may begin another run.
        jobs.End(job);
        events.Writer.Complete(failure);
    }

    /// <summary>Whether the session has all of the run's tunes; they are then told, and none is made twice.</summary>
    private bool TellKnown()
    {
        TuneSummary[] known =
        [
            .. Enumerable.Range(0, what.Tunes).Select(index => store.Same(new KeptTune(session, Asked(index)))).OfType<TuneSummary>(),
        ];
        if (known.Length < what.Tunes)
        {
            return false;
        }

        foreach ((int index, TuneSummary tune) in known.Index())
        {
            events.Writer.TryWrite(new RunEvent(index, default, tune, IsKnown: true));
        }

        return true;
    }

    private void Keep(TuneRecording made, bool all)
    {
        StoredTune tune = Asked(made.Facts.Index) with
        {
            Tokens = [.. made.Output.Select(token => model.Vocabulary[token])],
            Cut = made.Facts.EndsAtLimit,
            Surprise = Surprise.Of(made),
            Drawn = what.Mode == DrawMode.Stream ? drawn : null,
        };
        drawn += what.DrawnOf(tune.Tokens.Count);
        (TuneSummary summary, bool isKnown) = store.AddUnlessSame(new KeptTune(session, tune));
        if (all)
        {
            recordings.Put(summary.Id, made);
        }

        events.Writer.TryWrite(new RunEvent(made.Facts.Index, default, summary, isKnown));
    }

    /// <summary>A tune of the run as it was asked for, without what comes of it.</summary>
    private StoredTune Asked(int index) =>
        new()
        {
            Id = SessionStore.NewId(),
            Name = NameOf(index),
            Created = DateTime.UtcNow,
            Kind = plan is null ? TuneKind.Written : TuneKind.Operated,
            Model = request.Model,
            ModelHash = model.Hash,
            Seed = request.Seed,
            Index = index,
            Temperature = request.Temperature,
            Prime = PrimeText.Of(what.Prime, model.Vocabulary),
            Limit = request.Limit,
            Generator = request.Generator,
            Plan = plan is null ? null : System.Text.Json.Nodes.JsonNode.Parse(plan.Plan.ToJson()),
            Baseline = request.Baseline,
            Pushed = pushed,
            Key = request.Key,
            Tokens = [],
            Surprise = [],
        };

    private string NameOf(int index)
    {
        if (request.Name is { } given)
        {
            return what.Tunes > 1 ? FormattableString.Invariant($"{given.Trim()} {index + 1}") : given.Trim();
        }

        string name = request.Baseline is { } baseline && what.Tunes == 1 ? store.Tune(baseline).Data.Name : SeedName.Of(request, index);
        return plan is null ? name : DoneWords.Named(name, DoneWords.Of(plan.Plan, pushed), options.Bounds.NameLength);
    }

    private TuneCommand Command(int index) =>
        new()
        {
            Model = models.Argument(request.Model),
            Seed = request.Seed,
            Index = index,
            Temperature = request.Temperature,
            Prime = PrimeText.Of(what.Prime, model.Vocabulary),
            Limit = request.Limit,
            HasPlan = plan is not null,
            Key = request.Key,
            Generator = request.Generator,
        };
}
