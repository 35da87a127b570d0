using System.Threading.Channels;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
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
    GenerationOptions what
)
{
    // A tune of folk-rnn v2's shape with every site is some six megabytes: of a few tunes all is kept at once, of many it is made again
    // when it is asked for.
    private const int MostRecorded = 4;

    private readonly Channel<RunEvent> events = Channel.CreateUnbounded<RunEvent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The model's own tokens.</summary>
    public Model Model => model;

    /// <summary>The tonic that its tunes are seen and heard in; null for their own.</summary>
    public Tonic? Tonic => TypedText.TonicOf(request.Key);

    /// <summary>What happens, as it happens; it ends with the run, with the run's failure if it failed.</summary>
    public ChannelReader<RunEvent> Events => events.Reader;

    /// <summary>Begins.</summary>
    /// <param name="stop">Ends the run within a step.</param>
    /// <returns>The run's name, and a task that ends when its threads are free.</returns>
    public (string Job, Task Ended) Start(CancellationTokenSource stop)
    {
        string job = jobs.Begin(stop);
        CancellationToken cancellation = stop.Token;
        int threads = Math.Max(1, Environment.ProcessorCount / jobs.Running);
        return (
            job,
            Task.Factory.StartNew(
                () => Work(job, threads, cancellation),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
        );
    }

    /// <summary>Does all of it and gives its first tune.</summary>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="StudioException">An operation of the plan touched nothing, or there is no room for the run.</exception>
    public async Task<TuneSummary> ToEndAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        (_, Task ended) = Start(stop);
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

    private void Work(string job, int threads, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
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

    private void Keep(TuneRecording made, bool all)
    {
        StoredTune tune = new()
        {
            Id = SessionStore.NewId(),
            Name = NameOf(made.Facts.Index),
            Created = DateTime.UtcNow,
            Kind = plan is null ? TuneKind.Written : TuneKind.Operated,
            Model = request.Model,
            ModelHash = model.Hash,
            Seed = request.Seed,
            Index = made.Facts.Index,
            Temperature = request.Temperature,
            Prime = TypedText.Of(what.Prime, model.Vocabulary),
            Limit = request.Limit,
            Plan = plan is null ? null : System.Text.Json.Nodes.JsonNode.Parse(plan.Plan.ToJson()),
            Baseline = request.Baseline,
            Key = request.Key,
            Tokens = [.. made.Output.Select(token => model.Vocabulary[token])],
            Cut = made.Facts.EndsAtLimit,
            Surprise = Surprise.Of(made),
        };
        TuneSummary summary = store.Add(new KeptTune(session, tune));
        if (all)
        {
            recordings.Put(tune.Id, made);
        }

        events.Writer.TryWrite(new RunEvent(made.Facts.Index, default, summary));
    }

    private string NameOf(int index)
    {
        string name = request.Name is { } given
            ? given.Trim()
            : FormattableString.Invariant($"seed {request.Seed + index}{(plan is null ? "" : ", operated")}");
        return request.Name is not null && what.Tunes > 1 ? FormattableString.Invariant($"{name} {index + 1}") : name;
    }

    private TuneCommand Command(int index) =>
        new()
        {
            Model = models.Argument(request.Model),
            Seed = request.Seed,
            Index = index,
            Temperature = request.Temperature,
            Prime = TypedText.Of(what.Prime, model.Vocabulary),
            Limit = request.Limit,
            HasPlan = plan is not null,
            Key = request.Key,
        };
}
