using Lilt.Studio.Following;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>
/// The runs of the studio: those of one session follow each other in the order in which they were asked for, and of all sessions only so
/// many are at work at one time, since each holds the recording that it makes. They are the studio's, and go on whether somebody listens or
/// not.
/// </summary>
internal sealed class RunQueue(EventHub hub, RunningJobs jobs, StudioPauses pauses, StudioBounds bounds) : IHostedService, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim places = new(bounds.RunsAtWork, bounds.RunsAtWork);

    /// <summary>Begins a run, or has it wait for those of its session before it.</summary>
    /// <exception cref="StudioException">There are too many.</exception>
    public RunView Begin(WritingRun run)
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        string job;
        try
        {
            job = jobs.Begin(stop);
        }
        catch
        {
            stop.Dispose();
            throw;
        }

        hub.Tell(new StudioEvent("begun", job, new BegunEvent(job, run.Session, run.Request)));
        lock (gate)
        {
            Task before = last.GetValueOrDefault(run.Session, Task.CompletedTask);
            Task mine = Task.Run(() => GoAsync(before, run, job, stop));
            last[run.Session] = mine;
            _ = mine.ContinueWith(
                ended =>
                {
                    lock (gate)
                    {
                        if (last.GetValueOrDefault(run.Session) == ended)
                        {
                            last.Remove(run.Session);
                        }
                    }
                },
                TaskScheduler.Default
            );
        }

        return View(job);
    }

    /// <summary>How far a run is.</summary>
    /// <exception cref="StudioException">It is not known, or is none that writes.</exception>
    public RunView View(string job)
    {
        if (hub.Of(job) is not [{ Data: BegunEvent begun }, ..] known || known is not [.., var latest])
        {
            throw StudioException.NoRun();
        }

        TuneEvent[] tunes = [.. known.Select(happened => happened.Data).OfType<TuneEvent>()];
        return new RunView(
            job,
            begun.Session,
            !latest.IsLast ? RunState.UnderWay
                : latest.Data is DoneEvent ? RunState.Done
                : RunState.Failed,
            [.. tunes.Select(of => of.Tune.Id)],
            [.. tunes.Where(of => of.IsKnown).Select(of => of.Tune.Id)],
            (latest.Data as FailedEvent)?.Problem
        );
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends all runs; what was announced is kept.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task[] all;
        lock (gate)
        {
            all = [.. last.Values];
        }

        await Task.WhenAll(all).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    private async Task GoAsync(Task before, WritingRun run, string job, CancellationTokenSource stop)
    {
        using CancellationTokenSource mine = stop;
        RunTelling telling = new(hub, run, job, pauses);
        try
        {
            await before.WaitAsync(stop.Token);
            await places.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            jobs.End(job);
            telling.Stopped();

            // Those after it wait for the ones before it all the same.
            await before;
            return;
        }

        try
        {
            Task ended = run.Start(job, stop.Token);
            await telling.ToEndAsync(stop.Token);
            await ended;
        }
        finally
        {
            places.Release();
        }
    }
}
