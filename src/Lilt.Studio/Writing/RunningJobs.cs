using System.Collections.Concurrent;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Writing;

/// <summary>The runs under way, so that there are never too many and each can be ended.</summary>
internal sealed class RunningJobs(StudioBounds bounds)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> jobs = new();
    private int running;

    /// <summary>How many runs are under way, their threads included.</summary>
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
                $"{bounds.Jobs} runs are under way: wait until one has ended, or stop one."
            );
        }

        string id = Guid.NewGuid().ToString("N");
        jobs[id] = stop;
        return id;
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
        if (!jobs.TryGetValue(job, out CancellationTokenSource? stop))
        {
            return false;
        }

        try
        {
            stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
