using System.Threading.Channels;

namespace Lilt.Studio.Following;

/// <summary>
/// What happens in the studio, for whoever listens. Of a run all that happened is kept while it goes on, and of the last ones for a while
/// after, so that a page that comes later, or comes back, is told as well. What is kept has a bound of bytes: beyond it the drawn tokens go
/// first, of runs that have ended, then of tunes that are whole, which everybody is told of as tunes, then the oldest; then ended runs.
/// </summary>
internal sealed class EventHub(StudioBounds bounds)
{
    private const int MostEnded = 1024;

    // Who reads so slowly that as many wait is let go, and comes back if it is a page.
    private const int MostWaiting = 1 << 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, KeptRun> runs = [];
    private readonly List<string> underWay = [];
    private readonly Queue<string> ended = [];
    private readonly HashSet<Listener> listeners = [];
    private long bytes;

    /// <summary>Bytes of what is kept, about.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    /// <summary>Whether anybody listens to everything.</summary>
    public bool IsHeard
    {
        get
        {
            lock (gate)
            {
                return listeners.Any(listener => listener.IsToAll);
            }
        }
    }

    /// <summary>Tells everybody who listens; the first event of a run opens what is kept of it.</summary>
    public void Tell(StudioEvent happened)
    {
        lock (gate)
        {
            if (happened.Job is { } job)
            {
                Keep(job, happened);
            }

            foreach (Listener listener in listeners)
            {
                listener.Take(happened);
            }
        }
    }

    /// <summary>Listens to everything, what is known of the runs under way first.</summary>
    public Listener Listen()
    {
        lock (gate)
        {
            Listener listener = new(this, null);
            foreach (StudioEvent happened in underWay.SelectMany(job => runs[job].Events))
            {
                listener.Take(happened);
            }

            listener.Take(new StudioEvent("here", null, new HereEvent([.. underWay])));
            listeners.Add(listener);
            return listener;
        }
    }

    /// <summary>Listens to one run from its beginning to its end; null where it is not known.</summary>
    public Listener? Listen(string job)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(job, out KeptRun? known))
            {
                return null;
            }

            Listener listener = new(this, job);
            listeners.Add(listener);
            foreach (StudioEvent happened in known.Events)
            {
                listener.Take(happened);
            }

            return listener;
        }
    }

    /// <summary>All that is known of a run; null where nothing is.</summary>
    public IReadOnlyList<StudioEvent>? Of(string job)
    {
        lock (gate)
        {
            return runs.TryGetValue(job, out KeptRun? known) ? [.. known.Events] : null;
        }
    }

    private void Keep(string job, StudioEvent happened)
    {
        if (!runs.TryGetValue(job, out KeptRun? known))
        {
            if (happened.Data is not BegunEvent)
            {
                return;
            }

            runs[job] = known = new KeptRun();
            underWay.Add(job);
        }

        bytes += known.Add(happened);
        if (happened.IsLast)
        {
            underWay.Remove(job);
            ended.Enqueue(job);
            if (ended.Count > MostEnded)
            {
                Forget();
            }
        }

        if (bytes > bounds.EventBytes)
        {
            Shrink();
        }
    }

    // Down to half, so that not every event has to look for room again.
    private void Shrink()
    {
        long wanted = bounds.EventBytes / 2;
        foreach (string job in ended.TakeWhile(_ => bytes > wanted))
        {
            bytes -= runs[job].DropTokens(_ => true);
        }

        foreach (string job in underWay.TakeWhile(_ => bytes > wanted).ToList())
        {
            bytes -= runs[job].DropTokensOfWholeTunes();
        }

        foreach (string job in underWay.TakeWhile(_ => bytes > wanted).ToList())
        {
            bytes -= runs[job].DropTokens(_ => true);
        }

        while (bytes > wanted && ended.Count > 0)
        {
            Forget();
        }
    }

    private void Forget()
    {
        if (runs.Remove(ended.Dequeue(), out KeptRun? run))
        {
            bytes -= run.Bytes;
        }
    }

    /// <summary>Somebody who is told.</summary>
    /// <param name="hub">What tells.</param>
    /// <param name="only">The run that is listened to; null for everything.</param>
    internal sealed class Listener(EventHub hub, string? only) : IDisposable
    {
        private readonly Channel<StudioEvent> waiting = Channel.CreateBounded<StudioEvent>(
            new BoundedChannelOptions(MostWaiting) { SingleReader = true }
        );

        /// <summary>Whether everything is listened to.</summary>
        public bool IsToAll => only is null;

        /// <summary>What happens; it ends with the run, where one is listened to.</summary>
        public ChannelReader<StudioEvent> Events => waiting.Reader;

        internal void Take(StudioEvent happened)
        {
            if (only is not null && happened.Job != only)
            {
                return;
            }

            if (!waiting.Writer.TryWrite(happened) || (only is not null && happened.IsLast))
            {
                waiting.Writer.TryComplete();
            }
        }

        public void Dispose()
        {
            lock (hub.gate)
            {
                hub.listeners.Remove(this);
            }
        }
    }
}
