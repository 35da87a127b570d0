using System.Collections.Concurrent;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Writing;

/// <summary>The runs that were asked for and have not ended, so that there are never too many and each can be ended.</summary>
internal sealed class RunningJobs(StudioBounds bounds)
{
    private readonly ConcurrentDictionary<string, Job> jobs = new();
    private int running;

    /// <summary>How many runs there are, those that wait and their threads included.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Takes a place for a run.</summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>The run's name.</returns>
    /// <exception cref="StudioException">All places are taken.</exception>
    public string Begin(CancellationTokenSource stop)
    {
        if (Interlocked.Increment(ref running) > bounds.Jobs)
        {
            Interlocked.Decrement(ref running);
            throw new StudioException(
                StatusCodes.Status429TooManyRequests,
                $"{bounds.Jobs} runs are under way or wait, and no more are taken: wait until one has ended, or stop them."
            );
        }

        string id = Guid.NewGuid().ToString("N");
        jobs[id] = new Job(stop);
        return id;
    }

    /// <summary>A run has come to its turn.</summary>
    /// <returns>How many threads it should take, so that those at work share the machine.</returns>
    public int Work(string job)
    {
        if (jobs.TryGetValue(job, out Job? of))
        {
            of.IsAtWork = true;
        }

        return Math.Max(1, Environment.ProcessorCount / Math.Max(1, jobs.Values.Count(other => other.IsAtWork)));
    }

    /// <summary>A run is over and its threads are free.</summary>
    public void End(string job)
    {
        if (jobs.TryRemove(job, out _))
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Ends a run; false where none of that name is under way.</summary>
    public bool Cancel(string job)
    {
        if (!jobs.TryGetValue(job, out Job? of))
        {
            return false;
        }

        try
        {
            of.Stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private sealed record Job(CancellationTokenSource Stop)
    {
        public volatile bool IsAtWork;
    }
}
